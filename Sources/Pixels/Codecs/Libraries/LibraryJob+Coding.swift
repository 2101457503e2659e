package import NIOCore

extension LibraryJob {
    /// Bytes of every job.
    package static let encodedLength = 10 * 4 + 8

    package func encode(into bytes: inout ByteBuffer) {
        let numbers = [
            raster.columns, raster.rows, raster.samplesPerPixel, raster.sampleBytes, raster.precision,
        ]
        bytes.writeInteger(work.rawValue)
        bytes.writeInteger(library.rawValue)
        for number in numbers { bytes.writeInteger(UInt32(truncatingIfNeeded: number)) }
        bytes.writeInteger(raster.isSigned ? 1 : 0, as: UInt32.self)
        bytes.writeInteger(option)
        bytes.writeInteger(0, as: UInt32.self)
        bytes.writeInteger(UInt64(truncatingIfNeeded: outputLength))
    }

    /// The job at the head of the bytes; nil where there is none.
    package init?(decoding bytes: inout ByteBuffer) {
        guard
            let (work, library, columns, rows, samples, sampleBytes, precision, sign, option, _) =
                bytes.readMultipleIntegers(
                    as: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32).self
                ), let length = bytes.readInteger(as: UInt64.self), let work = Work(rawValue: work),
            let library = Library(rawValue: library), let outputLength = Int(exactly: length)
        else { return nil }
        let raster = Raster(
            columns: Int(columns),
            rows: Int(rows),
            samplesPerPixel: Int(samples),
            sampleBytes: Int(sampleBytes),
            precision: Int(precision),
            isSigned: sign != 0
        )
        self.init(work: work, library: library, raster: raster, option: option, outputLength: outputLength)
    }
}

extension Raster {
    fileprivate init(
        columns: Int,
        rows: Int,
        samplesPerPixel: Int,
        sampleBytes: Int,
        precision: Int,
        isSigned: Bool
    ) {
        self.columns = columns
        self.rows = rows
        self.samplesPerPixel = samplesPerPixel
        self.sampleBytes = sampleBytes
        self.precision = precision
        self.isSigned = isSigned
    }
}
