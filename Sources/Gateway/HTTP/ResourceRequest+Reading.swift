import DICOMweb
import HTTPTypes
import Hummingbird

extension ResourceRequest {
    /// The query component as it stood in the request, without its question mark.
    var query: String {
        guard let target = http.head.path?.utf8, let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return "" }
        return String(Substring(target[target.index(after: mark)...].prefix { $0 != UInt8(ascii: "#") }))
    }

    var parameters: QueryParameters {
        get throws(WebError) { try QueryParameters(query) }
    }

    /// What the client takes: the `accept` parameter, then the header field (PS3.18 §8.7.5).
    func accept(_ parameter: String?) -> Accept {
        Accept(header: http.headers[values: .accept].isEmpty ? nil : http.headers[.accept], query: parameter)
    }

    /// The absolute URL of something below the service.
    func url(_ path: String) -> String { baseURI + path }
}

extension HTTPFields {
    /// What was not done as asked (PS3.18 §8.5; REQUIREMENTS G-19).
    mutating func addWarnings(_ texts: [String]) {
        guard let name = HTTPField.Name("Warning") else { return }
        for text in texts {
            append(HTTPField(name: name, value: "299 gantry \"\(text.filter { $0 != "\"" && $0 != "\\" })\""))
        }
    }
}
