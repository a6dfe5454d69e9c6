"""Names of properties that tell something private of a person, whatever vocabulary they are put into."""

from __future__ import annotations

import re

#: What rule TM001 says can never be contributed: birthdays, addresses, telephone numbers, e-mail, health and pay.
_PRIVATE = re.compile(
    r"birth|(^|_)(age|bday|dob)($|_)|address|residence|(^|_)home|phone|mobile|(^|_)tel($|_)|wechat|whatsapp"
    r"|mail|mbox|health|illness|disease|medical|diagnosis|disabilit|(^|_)pay($|_)|salary|salaries|wage|income|compensation|remuneration"
    "|生日|出生|年龄|住址|地址|电话|手机|微信|邮箱|邮件|健康|疾病|薪|工资|收入"
)


def private(name: str) -> bool:
    """Tell whether a property of this name is about a person's private life.

    >>> private("birthday"), private("homeAddress"), private("baseSalary"), private("joined")
    (True, True, True, False)
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|-", "_", name).lower()
    return _PRIVATE.search(words) is not None
