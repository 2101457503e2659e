import DICOM
import NIOCore

extension MessageInbox {
    /// The longest identifier that is taken: queries and their answers are a few kilobytes.
    static let maximumIdentifierLength = 16 << 20

    /// The rest of the current message's data set, joined and decoded.
    ///
    /// - Parameter characterSet: what is assumed of a data set that does not say.
    func identifier(
        _ transferSyntax: TransferSyntax,
        assuming characterSet: CharacterSet = .default,
        _ step: AssociationError.Step,
        within limit: Duration
    ) async throws -> DataSet {
        var bytes = ByteBuffer()
        while true {
            guard case .data(let piece, let isLast)? = try await next(step, within: limit) else {
                throw fail(.invalidMessage("a data set interrupted"))
            }
            guard bytes.readableBytes + piece.readableBytes <= Self.maximumIdentifierLength else {
                throw fail(.invalidMessage("an identifier of more than \(Self.maximumIdentifierLength) bytes"))
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
