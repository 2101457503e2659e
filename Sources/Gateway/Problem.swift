package import HTTPTypes
package import Hummingbird
import NIOCore

/// A status and the plain words that go with it (RFC 9457): the one form in which the gateway says no.
///
/// The words are our own: no value from a data set or a query stands in them, and of an archive's comment only what
/// ``ErrorComment`` lets pass.
package struct Problem: Error, Hashable, Sendable {
    /// What befell an archive, for programs: the extension members of the body (RFC 9457 §3.2).
    package struct Failure: Hashable, Sendable {
        /// The archive's name in the configuration.
        package var archive: String
        package var step: ArchiveError.Step
        package var code: Diagnosis.Code
        /// The final status, `A801`; nil when none came.
        package var dimseStatus: String?
        /// What the archive says of it.
        package var comment: String?
        /// What to change.
        package var remedy: String?
    }

    package var status: HTTPResponse.Status
    /// What happened, and what to do about it.
    package var detail: String
    package var headers: HTTPFields
    package var failure: Failure?

    package init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:], failure: Failure? = nil) {
        self.status = status
        self.detail = detail
        self.headers = headers
        self.failure = failure
    }

    package var response: Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
    }

    /// The body. Its `type` is `about:blank`, which need not be said: the title is the status's.
    package var json: String {
        var members = ["\"title\":\(status.reasonPhrase.quotedAsJSON)", "\"status\":\(status.code)"]
        members.append("\"detail\":\(detail.quotedAsJSON)")
        if let failure { members += failure.members }
        return "{" + members.joined(separator: ",") + "}"
    }
}

extension Problem.Failure {
    fileprivate var members: [String] {
        let members: [(name: String, value: String?)] = [
            ("archive", archive), ("step", step.rawValue), ("code", code.rawValue), ("dimseStatus", dimseStatus),
            ("comment", comment), ("remedy", remedy),
        ]
        return members.compactMap { member in
            member.value.map { "\"\(member.name)\":\($0.quotedAsJSON)" }
        }
    }
}

extension String {
    /// The text as a JSON string (RFC 8259 §7).
    package var quotedAsJSON: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
