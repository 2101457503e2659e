extension Report {
    /// The report as an HTML page in UTF-8, without scripts, styles from elsewhere or links. All that comes from the
    /// data set is escaped.
    package var html: String {
        var page = HTMLPage()
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        page.text(title)
        page.raw("</title>\n<style>\(Self.style)</style>\n</head>\n<body>\n<h1>")
        page.text(title)
        page.raw("</h1>\n<dl class=\"heading\">\n")
        for (name, value) in heading { page.pair(name, value) }
        page.raw("</dl>\n")
        for item in items { page.item(item, level: 2) }
        page.raw("</body>\n</html>\n")
        return page.content
    }

    private static let style = """
        body{font-family:sans-serif;max-width:50em;margin:2em auto;padding:0 1em;line-height:1.4}\
        dl.heading{display:grid;grid-template-columns:max-content auto;gap:.2em 1em}\
        dt{font-weight:bold}dd{margin:0;white-space:pre-wrap}section{margin-left:1em}\
        p{margin:.3em 0;white-space:pre-wrap}
        """
}

private struct HTMLPage {
    private(set) var content = ""

    mutating func raw(_ markup: String) { content += markup }

    /// Text that means nothing to a browser but itself; control characters that XML and HTML know not are left out.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": content += "&amp;"
            case "<": content += "&lt;"
            case ">": content += "&gt;"
            case "\"": content += "&quot;"
            case "'": content += "&#39;"
            case "\n", "\t": content.unicodeScalars.append(scalar)
            case "\r": break
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": break
            default: content.unicodeScalars.append(scalar)
            }
        }
    }

    mutating func pair(_ name: String, _ value: String) {
        raw("<dt>")
        text(name)
        raw("</dt><dd>")
        text(value)
        raw("</dd>\n")
    }

    mutating func item(_ item: Report.Item, level: Int) {
        if item.isContainer {
            let heading = min(level, 6)
            raw("<section>\n")
            if let name = item.name {
                raw("<h\(heading)>")
                text(name)
                raw("</h\(heading)>\n")
            }
        } else {
            raw("<p>")
            if let name = item.name {
                raw("<b>")
                text(name)
                raw(":</b> ")
            }
            text(item.value ?? "")
            raw("</p>\n")
            if !item.children.isEmpty { raw("<section>\n") }
        }
        for child in item.children { self.item(child, level: level + 1) }
        if item.isContainer || !item.children.isEmpty { raw("</section>\n") }
    }
}
