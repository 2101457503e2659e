import Foundation
package import NIOCore

/// Codestreams of 20 x 13 pixels, made by encoders that are not ours (DCMTK, CharLS, OpenJPEG, OpenJPH, libjxl), and
/// what they are of; all lossless but those of JPEG Extended.
package enum Codestreams {
    package static let columns = 20
    package static let rows = 13

    /// Of twelve bits.
    package static let monochrome = samples { row, column in [(row * 37 + column * 211) % 4096] }
    /// Of twelve bits, and half of them below zero.
    package static let signed = monochrome.map { $0 - 2048 }
    /// Of eight bits each, by pixel.
    package static let colour = samples { row, column in
        [(row * 19 + column * 3) % 256, (row * 5 + column * 12) % 256, 255 - row * 7 - column * 5]
    }

    /// With some bytes replaced.
    package static func changed(_ bytes: ByteBuffer, at offset: Int, to values: [UInt8]) -> ByteBuffer {
        var bytes = bytes
        bytes.setBytes(values, at: bytes.readerIndex + offset)
        return bytes
    }

    /// The first bytes.
    package static func cut(_ bytes: ByteBuffer, to length: Int) -> ByteBuffer {
        bytes.getSlice(at: bytes.readerIndex, length: length) ?? bytes
    }

    /// Where a marker of two bytes stands.
    package static func offset(of marker: UInt16, in bytes: ByteBuffer) -> Int {
        (0..<bytes.readableBytes - 1).first { bytes.getInteger(at: $0, as: UInt16.self) == marker } ?? 0
    }

    private static func samples(_ pixel: (Int, Int) -> [Int]) -> [Int] {
        (0..<rows).flatMap { row in (0..<columns).flatMap { pixel(row, $0) } }
    }

    private static func decode(_ text: String) -> ByteBuffer {
        ByteBuffer(bytes: Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }

    /// Of ``monochrome``, predicted from the left.
    package static let jpegLossless = decode(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/wwALEAANABQBAREA/8QAFwABAQEBAAAAAAAAAAAAAAAACAYMEP/aAAgBAQABAADmm02m02m02m02
        m02m02m02m02m02nStNptNptNptNptNptNptNptNptNptOlabTabTabTabTabTabTabTabTabTadK02m02m02m02m02m02m02m02m02n
        g0qVptNptNptNptNptNptNptNptNptPBpUrTabTabTabTabTabTabTabTabTaeDSpWm02m02m02m02m02m02m02m02m08GlStNptNptN
        ptNptNptNptNptNptNp4NKlabTabTabTabTabTabTabTabTabTwaVK02m02m02m02m02m02m02m02m08Gk06VptNptNptNptNptNptNp
        tNptNp4NJp0rTabTabTabTabTabTabTabTabTwaTTpWm02m02m02m02m02m02m02m02ng0mn/9k=
        """
    )
    /// Of ``monochrome``, by the predictor that takes a slope into account.
    package static let jpegLosslessSlope = decode(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/wwALEAANABQBAREA/8QAGAABAQEBAQAAAAAAAAAAAAAABQgGDBD/2gAIAQEABgAA9adp2nadp2na
        dp2nadp2nadp2nadp2naelTTTTTTTTTTTTTTTTTTT0qaaaaaaaaaaaaaaaaaaelTTTTTTTTTTTTTTTTTT4BLSppppppppppppppppppp
        6VNNNNNNNNNNNNNNNNNNPSppppppppppppppppppp6VNNNNNNNNNNNNNNNNNNPSppppppppppppppppppp6VNNNNNNNNNNNNNNNNPgEu
        gT0qaaaaaaaaaaaaaaaaaaelTTTTTTTTTTTTTTTTTTT0qaaaaaaaaaaaaaaaaaaf/9k=
        """
    )
    /// Of ``colour``, interleaved.
    package static let jpegLosslessColour = decode(
        """
        /9j/wwARCAANABQDABEAAREAAhEA/8QAGwABAQADAQEBAAAAAAAAAAAAAAMCBAUJCAf/2gAMAwAAAQACAAQAAPn/AOf/AN/z3JZ7ks9y
        We5LPclnuSz3JZ7ks9yWe5LPclnuSz3JZ7ks9yWe5LPclnuSz3JdOsAAAAAAAAAB06wAAAAAAAAAHTrAAAAAAAAAAdOsAAAAAAAAAB06
        wAAAAAAAAAHTrAAAAAAAAAB5/unWAAAAAAAAAA6dYAAAAAAAAB5/noA6dYAAAAAAAAADp1gAAAAAAAAAOnWAAAAAAAA8/wAef56AB06w
        AAAAHn+AAD0AAB///9k=
        """
    )
    /// Of ``monochrome``, within six.
    package static let jpegExtended = decode(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoK
        BggLDAsKDAkKCgr/wQALDAANABQBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAADQr/xAArEAAABAQDBwUBAAAAAAAAAAAFBggJBAcKDAAL
        DQIDJCcoRFU4YWJjcw7/2gAIAQEAAD8ANj7D6pXfRty48D2n5e2GmCw+qV30bcuPA9p+XtiUDW3nXtu9EdJkblko6Lc/tz/K2sr/AHoW
        Snocr/RtUeKjVHWssqOKqLVOV1TzdcIcNTIZCaVTImRecgClAy2hiWkGWojABUeUhEc3Q4OGuIiB+Lg4wNDQgyPsPpmtLXRtwfgey2fq
        +WGmCw+ma0tdG3B+B7LZ+r5YHQP6SQcyf4qLtYzs0pZ/qDqk5wBdqSmEm/6cJCTF6XFkq8Osz5dN0pYMLAjfCmx+Q8iS2ZBaMDJRS2Ep
        +qLUHOKNJpUhwsDi5hz2mWcN9BbweOphEhH/2Q==
        """
    )
    /// Of twelve bits, YCbCr with the chrominance halved.
    package static let jpegExtendedColour = decode(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV
        DA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU
        FBT/wQARDAANABQDASEAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAACwAM/8QAMRAAAAMEBwYFBQAAAAAAAAAAAwQFBgcICgACCQsT
        FBURFxgnVGEWGSJEcSQ0NUVi/8QAFwEAAwEAAAAAAAAAAAAAAAAACQoLDP/EADARAAAEAwcCBQMFAAAAAAAAAAECAwQFBgcICRESExQV
        ChYACxclQyE1YTZSU3Fy/9oADAMBAAIRAxEAPwAF67zLuL2btOV/T+x+O1NOpd5t3F7d2nLDp/Y/Hal6Xr+upi/V/vn83yf6/PhUy/H6
        br7r7J+/4/7/AB4RhmQJxKRiuvWIKF+yvmbLXPy0Y8nvOHSYmmJdPwePzetqzulVdXWcT1vVWEYddTAMVVZBoi2UHNhm6mQxK4FQIcuI
        LUy9kk0evmLa8DTtE0Dpby8pTGdZ3D3ncsqtdw3MsoUFNu9jrZ0liYhgyLoJn+mIlwEMV2LL3lHvUB3h9G5dtW2Y7LPOyNNiIvoU/wC5
        pKZbpqdQ5Cq7WITG0eoYmIYMjlsioGGIkABARM9u8yVUhF5afRdP+tD7f3RQuzdn1YRZTiY2fbZU+TZxTbgvBPNriKDY/XdcZBEaP8T4
        SUMtga1lvuxcTL4noxMOoVLq2LQdd7warVQqW908Hs4c8iGvomeZ9Jy1b6WlrtcubdZ9TUHDTy5BzZi3yvNIL1uhvR7Xecu28vQ71U7j
        nNjKPFc4WW9vv4HMcZ5DfcLH9XS4DbbTZp6m71tyTQ0lsC3fc9+nW70yhfCE47FtE1Z9WQTDPHd1aWvSg2SUt07innp6QOxzizJdyLGn
        zAR95Z0asqnGaduhnFMaoNULjKZpQGLFiJYQEmXqOQWLbuOldHLLVKKawCb5nUZQWXICxQOtEYYZYyLSFNG6ZlTEgaZDKGImUTiRMhRM
        IiUhQwKBN7pnzPy+JoHd3WdKQyxRGjy0Ol+SZUhrc68tzmZc6DGAw9qkdYydQ0kzKmTSKKhiJJkE4iJUyFwKH//Z
        """
    )
    package static let jpegLS12 = decode(
        """
        /9j/9wALDAANABQBAREA/9oACAEBAAAAAIDKBlAytG0LPs6zbMsuyrJsix7GsWxLDsKlJSQjIiEgfvnrx26cuG7YqUJSUmSIkH33
        nXXHHG22mmmiQkZZZZYYYYYXXXXXXWWWIyNZZZZZZVrWta1rGMJMBExjGMYta1rWta1rI8CFa1rWpSlKUpSlMxFgQMzMyqqqqqqq
        pDh+qqqqqqqqqqqkGHyqqpJJJJJIjgZfUkkkkkkkn2AieJJVVVVe4ELtVVVVVeYEAP/Z
        """
    )
    /// A scan for each component.
    package static let jpegLSPlanes = decode(
        """
        /9j/9wARCAANABQDAREAAhEAAxEA/9oACAEBAAAAAJV6+1fbf/8AMybSqv8wA3//dCn/f/Ev/3+If/949/9/nP9/81//fmP/f8t/
        /3lP/3DKJf6A3gA3/9oACAECAAAAAIHBwc1NH/d5T/93d3TGRybbaSqqMaq//yEf/3+7/3+if/99v/97b/98s3//fg+//3s2/3/6
        T/97gST/f7YA/9oACAEDAAAAAEMjk220lVVDGRybbaSqqMNVf/6Gf/9+V/9/RH//fd//f2f/f9n/f/Z//32//3zf/35v/38A/9k=
        """
    )
    /// Interleaved by line.
    package static let jpegLSLines = decode(
        """
        /9j/9wARCAANABQDAREAAhEAAxEA/9oADAMBAAIAAwAAAQCVevtX23//QOHAGFHHHFFOc60pSlKUKMECDjjjDDDCiiiiCCCABmTa
        VV/sYyOTbbSVVRhghCIiIiJJJJJABlVVVVVcaq//aOEkkkkkkkkoSKqqqqqxH/9/sEkkkkklVUeJJJVVVVvf/30oSSSSqqq5okkk
        kkqqun//fQJJJVVVVTBJJJJJJVX3/39okkkqqqqpYkkkkkqqvv9/yyZJJJKqqqlCSSSVVVX3/3/g9SSSSSSqqooklVVVVff/f2bS
        SSSSSSSqiiSVVVVV9/9/08kkkkkkqqiCSSVVVQyk/3+4EnpJJJFVVVEEkkkoDeBhfP9/tn0qqqqqoP/Z
        """
    )
    /// Interleaved by sample.
    package static let jpegLSPixels = decode(
        """
        /9j/9wARCAANABQDAREAAhEAAxEA/9oADAMBAAIAAwAAAgBLYGMoOji0WLRIlUnsp/LNdZrrNdJbpLdJbpLdJbpLdJbpLdJbgBjD
        MYmQk5Km8vLy8vLi4uXLly5cuTGIAMbnLly5ddddddddddddddZCEkY666666666666666666nI91OuuuuuuuuumWWWWWWWamaSD
        LLLLLLLLLLLLLLLLLPkxossssssssssssssssss7JbTZZZZZZZZZZZZZZZZZSniU1WWWWWWWWWWWWWWWWWXzg6K2ssssssssssss
        ssssulh8it7LLLLLLLLLLLLLLLLyx4iJ7LLLLLLLLLLLLLLIbHYCMiInmmmmmmmmtAbXd2UMqZN4gP/Z
        """
    )
    package static let jpeg2000 = decode(
        """
        /0//UQApAAAAAAAUAAAADQAAAAAAAAAAAAAAFAAAAA0AAAAAAAAAAAABCwEB/1IADAAAAAEAAgQEAAH/XAAKQGBoaHBoaHD/ZAAl
        AAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAACHAAH/k9/geBIRSWEzT5ifFW1/Eijo6m5WJ6Ftg/16
        m8OyHUXQN9/4AHQPwCYfyEgp7S5yevDQukWaSozhyyfjoHodXbONnyfWDO5dmUUOP9/4ALR/IPH+AcBB3iokhn44XhLPeO9PQUIQ
        g4I6OckfiKgcTsXCOz78hH5g/3//2Q==
        """
    )
    package static let jpeg2000Signed = decode(
        """
        /0//UQApAAAAAAAUAAAADQAAAAAAAAAAAAAAFAAAAA0AAAAAAAAAAAABiwEB/1IADAAAAAEAAgQEAAH/XAAKQGBoaHBoaHD/ZAAl
        AAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAACHAAH/k9/geBIRSWEzT5ifFW1/Eijo6m5WJ6Ftg/16
        m8OyHUXQN9/4AHQPwCYfyEgp7S5yevDQukWaSozhyyfjoHodXbONnyfWDO5dmUUOP9/4ALR/IPH+AcBB3iokhn44XhLPeO9PQUIQ
        g4I6OckfiKgcTsXCOz78hH5g/3//2Q==
        """
    )
    package static let jpeg2000RGB = decode(
        """
        /0//UQAvAAAAAAAUAAAADQAAAAAAAAAAAAAAFAAAAA0AAAAAAAAAAAADBwEBBwEBBwEB/1IADAAAAAEBAgQEAAH/XAAKQEBISFBI
        SFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAFpAAH/k8+0SBIFZNujn+FTtXTwMpKe3LTt
        4d+AuBPNr7ki5mHt2nIO/Wq0Rxi51gCrCccr34CoA1C5O9UlPyf2rWuNWvPoY2CtocRtx9oXD6gaD6gkJ+RU/1oY9KMbO8kf1D5C
        tVslDgBAJMhr/n/PwCoPnCw+0IAokfXtph3NHYC/J9JGd/Ml4gbgffKOf8/AOn4BEPtCQCiQAcvU6o4JZXEMsVoTIDHd7Tqosg8l
        3ygtGkK1NynH2icPqFofaLhDhc1Sag4pvh7xzA567hhC/lAzQsUD0xQViSvjiEJ2tgyn24h6zyeDP0Nn9LuNKxulUhkIq6VcwnTv
        bswyTI08z8BGPtCY/AIAQvz2JNSLfGuLIjrHDzUU2D9Dd4MMZjMs2ZdBUjwAiaJdf8/AWn4BsfgEgEL89S82dVJpfv8eXrwrT8H5
        us7RuEGCvDDt7U82f/L3KpNDQUdBmhvjOgx//9k=
        """
    )
    /// Of ``monochrome``.
    package static let highThroughput = decode(
        """
        /0//UQApQAAAAAAUAAAADQAAAAAAAAAAAAAAFAAAAA0AAAAAAAAAAAABCwEB/1AACAACAAAAB/9SAAwAAgABAAIEBEAB/1wACiBw
        eHh4cHB4/2QAFgABT3BlbkpQSCBWZXIgMC45LjAu/5AACgAAAAAApgAB/5PAAXTA/z/tZ/mDZ08zHh7e+em1h7z4e/9gFPbVNMEg
        8wH/AcwPjIAhugDAALRgAFbAAK/Slf6fRykqYfygAZ45R/vYAHqNx9mgDBYRGIf72QDu1/9Hv/6gYFjEZB/z2QDAAWxAAVkAAqyk
        s2SJLO8f/pGlSYv/E43vwDkWAByCWQD/fcd//u+QYViD1wD/d3/+75BhWMPXAP/Z
        """
    )
    /// Of ``monochrome``, bare.
    package static let jpegXL = decode(
        """
        /wpgACbAoLgQCAIBANQCSxLFggVSYKUvXgzGxRgvRh7LRusYeYz0xYt3xxjv7mLkzcuqd4Fp/v+bpmn+/5umaf7/m6ZpSv+bpmku
        zZjr8FvHubvXVbm7V1Xlu1dV/fhU2eugEuIO5loXEzFStM+ydgZXJj8PNIoJJP8nafsht+NqfyRetlp86YziYKO1/UTmYFCZvUnw
        6wTaaJ1HilYRTmKRXmo3q6UA6KoBQPzxnmktRbxobArzcsS0slMAPJWkQARrAQ==
        """
    )
    /// Of ``colour``, in boxes.
    package static let jpegXLColour = decode(
        """
        AAAADEpYTCANCocKAAAAFGZ0eXBqeGwgAAAAAGp4bCAAAAGRanhsY/8KYAAmgIDiQggCAQDoBUsSCRIYOATBJAUFVkg8RsaLioox
        KirqeIwi76gY7+gG0KcyKjoVGRGbihnv8jLzLkY+AGGT/AE+wewYMMEMGQDAscExX/qmyIkvlquqqqq6qjqwUCI5iDOl6Ykdruqc
        AqoqkYM+VIP0LsC4S+HSN5+RJeVQ+gKoCn3hpweD/aS6mEX/fAu86oPL//WxNT+bKProcZsQ4JkVAH76AQDhQTBLHMvLy8v/y0Yc
        IvAk5RjjIMZ+AsQjAKAdBDl3Bp4AgId+AOAfmD0BAIMTABARCp034csJALhbAQBCIUbvA8x6AgDGJwAoClF3jCfmU4h/pQA/LmAo
        BNOTAOBxBqAhijj+AADWCgBAjb9TIHpgRfh4yF+ZzYnEAuTbP/bEf/fzX/XzX/38Vz3/Vd0ndWBEaQNpW2tba1mbWuMEnxIG5aMZ
        AlYgCqLEF3G/UnsF/F9lb5dwj0AtI2lTDliBCDD66r6jM2cESgd6LRCa0fLOBYCMMhj65wAE4AUWGA==
        """
    )
}
