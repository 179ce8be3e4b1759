"""Text that runs as code where it is taken for a template, a script or HTML."""

HOSTILE = (
    "A{{7*7}}B",
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{% raw %}",
    "{# gone #}",
    "{{'map_div'}}",
    "${alert(1)}",
    "`+alert(1)+`",
    "';alert(1)//",
    '";alert(1)//',
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "\u2028alert(1)\u2029",
    "map_div drawnItems feature_group_feature_group_0 alert(coords);",
)

ODD = ("\\u", "\\", "\ud800", "\u202egnp.exe", "")  # text that a careless escape loses or chokes on
