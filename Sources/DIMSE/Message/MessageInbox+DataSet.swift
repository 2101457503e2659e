import DICOM
import NIOCore

extension MessageInbox {
    /// The rest of the current message's data set, joined and decoded.
    ///
    /// - Parameters:
    ///   - characterSet: what is assumed of a data set that does not say.
    ///   - isProgress: whether its coming starts the limit anew.
    func identifier(
        _ transferSyntax: TransferSyntax,
        assuming characterSet: CharacterSet = .default,
        _ step: AssociationError.Step,
        within limit: Duration,
        isProgress: Bool = true
    ) async throws -> DataSet {
        var bytes = ByteBuffer()
        while true {
            guard case .data(let piece, let isLast)? = try await next(step, within: limit, afterProgress: isProgress)
            else {
                throw fail(.invalidMessage("a data set interrupted"))
            }
            guard bytes.readableBytes + piece.readableBytes <= limits.identifier else {
                throw fail(.invalidMessage("an identifier of more than \(limits.identifier) bytes"))
            }
            if bytes.readableBytes == 0 {
                bytes = piece
            } else {
                bytes.writeImmutableBuffer(piece)
            }
            if isLast { break }
        }
        do {
            return try DataSet.decode(bytes, as: transferSyntax, characterSet: characterSet)
        } catch {
            throw fail(.invalidMessage("an identifier that is no data set: \(error)"))
        }
    }
}
