package import DICOM

/// Why pixels cannot be decoded, rendered or exported.
package enum PixelError: Error, Hashable, Sendable {
    /// An attribute without which the pixels mean nothing is absent, empty or was left in the stream.
    case missing(Tag)
    /// An attribute has a value that cannot be, or that contradicts another.
    case invalid(Tag)
    /// No decoder here reads that transfer syntax.
    case unsupported(transferSyntax: TransferSyntax)
    /// The syntax is read, but not this form of it, as the words say.
    case unsupportedForm(String)
    /// A dimension or a product of dimensions is over a limit of ``PixelLimits``.
    case tooLarge
    /// The frame has fewer bytes than its description asks for.
    case truncated(expected: Int, found: Int)
    /// The codestream's own header contradicts the data set's attribute.
    case mismatch(Tag, expected: Int, found: Int)
    /// The codestream is damaged, in the decoder's words.
    case damaged(String)
    /// Decoding takes more time than is allowed.
    case tooSlow
    /// No worker can be had for a library's work, for the reason in the words.
    case noWorker(String)
    /// Nobody waits for it any more.
    case abandoned
    /// The picture could not be written, in the encoder's words.
    case notEncoded(String)
    /// The window's width is not one that its function allows (PS3.3 §C.11.2.1.2, §C.11.2.1.3).
    case invalidWindow
    /// The viewport is empty, or its region is not inside the image (PS3.18 §8.3.5.1.3).
    case invalidViewport
}
