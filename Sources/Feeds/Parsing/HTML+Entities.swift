extension HTML {
    /// The entities that descriptions use: punctuation, currency, and letters of Latin alphabets, Vietnamese among them.
    static let entities: [String: String] = [
        "AElig": "Æ", "Aacute": "Á", "Abreve": "Ă", "Acirc": "Â", "Agrave": "À", "Aring": "Å", "Atilde": "Ã",
        "Auml": "Ä", "Ccedil": "Ç", "Dstrok": "Đ", "ETH": "Ð", "Eacute": "É", "Ecirc": "Ê", "Egrave": "È",
        "Euml": "Ë", "Iacute": "Í", "Icirc": "Î", "Igrave": "Ì", "Itilde": "Ĩ", "Iuml": "Ï", "Ntilde": "Ñ",
        "Oacute": "Ó", "Ocirc": "Ô", "Ograve": "Ò", "Oslash": "Ø", "Otilde": "Õ", "Ouml": "Ö", "Uacute": "Ú",
        "Ucirc": "Û", "Ugrave": "Ù", "Utilde": "Ũ", "Uuml": "Ü", "Yacute": "Ý", "aacute": "á", "abreve": "ă",
        "acirc": "â", "aelig": "æ", "agrave": "à", "amp": "&", "apos": "'", "aring": "å", "atilde": "ã", "auml": "ä",
        "bdquo": "„", "bull": "•", "ccedil": "ç", "check": "✓", "copy": "©", "darr": "↓", "deg": "°", "divide": "÷",
        "dstrok": "đ", "eacute": "é", "ecirc": "ê", "egrave": "è", "emsp": "\u{2003}", "ensp": "\u{2002}", "eth": "ð",
        "euml": "ë", "euro": "€", "frac12": "½", "frac14": "¼", "frac34": "¾", "ge": "≥", "gt": ">", "hellip": "…",
        "iacute": "í", "icirc": "î", "igrave": "ì", "infin": "∞", "itilde": "ĩ", "iuml": "ï", "laquo": "«",
        "larr": "←", "ldquo": "“", "le": "≤", "lsquo": "‘", "lt": "<", "mdash": "—", "micro": "µ", "middot": "·",
        "nbsp": " ", "ndash": "–", "ne": "≠", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "ograve": "ò",
        "oslash": "ø", "otilde": "õ", "ouml": "ö", "para": "¶", "plusmn": "±", "pound": "£", "quot": "\"",
        "raquo": "»", "rarr": "→", "rdquo": "”", "reg": "®", "rsquo": "’", "sbquo": "‚", "sect": "§", "shy": "",
        "sup2": "²", "sup3": "³", "szlig": "ß", "thinsp": "\u{2009}", "times": "×", "trade": "™", "uacute": "ú",
        "uarr": "↑", "ucirc": "û", "ugrave": "ù", "utilde": "ũ", "uuml": "ü", "yacute": "ý", "yen": "¥", "yuml": "ÿ",
        "zwj": "\u{200D}", "zwnj": "\u{200C}",
    ]
}
