import NIOCore

extension DataSet {
    /// The same data set with all its text, at every level, in that character set, and (0008,0005) saying so.
    ///
    /// - Throws: `invalidValue` with the tag of text that the character set cannot hold.
    package func transcoded(to target: CharacterSet) throws(DataError) -> DataSet {
        var result = try transcodedText(to: target)
        result.set(DataElement(.specificCharacterSet, .CS, .bytes(target.encodeReplacing(target.terms, vr: .CS))))
        return result
    }

    /// Items say nothing of their own: they inherit (PS3.3 §C.12.1.1.2).
    private func transcodedText(to target: CharacterSet) throws(DataError) -> DataSet {
        var result = DataSet(characterSet: target)
        for element in elements where element.tag != .specificCharacterSet {
            result.set(
                try element.transcoded(from: characterSet, to: target) { item throws(DataError) in
                    try item.transcodedText(to: target)
                }
            )
        }
        return result
    }
}

extension DataElement {
    fileprivate func transcoded(
        from source: CharacterSet,
        to target: CharacterSet,
        item transcode: (DataSet) throws(DataError) -> DataSet
    ) throws(DataError) -> DataElement {
        switch value {
        case .items(let items):
            var transcoded: [DataSet] = []
            for item in items { transcoded.append(try transcode(item)) }
            return DataElement(tag, vr, .items(transcoded))
        case .bytes(let bytes) where vr.isText && !bytes.readableBytesView.allSatisfy(\.isPlain):
            do {
                return DataElement(tag, vr, .bytes(try target.encode(source.decode(bytes, vr: vr), vr: vr)))
            } catch {
                throw DataError(reason: error.reason, tag: tag)
            }
        default: return self
        }
    }
}
