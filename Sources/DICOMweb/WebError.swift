/// Why a request cannot be answered as asked (PS3.18 §8.5): the one error of this floor.
///
/// The texts go to the client: they name parts of the request and never hold a value of a data set.
package enum WebError: Error, Hashable, Sendable {
    /// The request breaks the grammar or a rule of the resource: 400.
    case badRequest(String)
    /// No such resource: 404.
    case notFound(String)
    /// None of the acceptable media types can be served: 406, with those that can (PS3.18 §8.7.8.1).
    case notAcceptable([MediaType])
    /// More than a limit allows: 413.
    case contentTooLarge(String)
    /// A payload of a type that the resource does not take: 415.
    case unsupportedMediaType(String)
    /// Of the standard, but not of this gateway: 501.
    case notImplemented(String)
    /// A payload that ends before its last delimiter. What was complete may have been used.
    case truncated(String)
}

extension WebError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badRequest(let text), .notFound(let text), .contentTooLarge(let text), .unsupportedMediaType(let text),
            .notImplemented(let text), .truncated(let text):
            text
        case .notAcceptable(let offers):
            "none of the acceptable media types can be served; available: "
                + offers.map(\.description).joined(separator: ", ")
        }
    }
}
