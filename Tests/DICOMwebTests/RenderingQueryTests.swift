import Testing

@testable import DICOMweb

@Suite struct RenderingQueryTests {
    private func query(_ text: String, isThumbnail: Bool = false) throws -> RenderingQuery {
        try RenderingQuery(QueryParameters(text), isThumbnail: isThumbnail)
    }

    @Test func nothingIsAskedForUnlessItIs() throws {
        let query = try query("foo=bar&Window=x")
        #expect(query.window == nil && query.viewport == nil && query.quality == nil && query.warnings.isEmpty)
    }

    @Test(arguments: [
        ("40,400,linear", RenderingQuery.Window(center: 40, width: 400, function: .linear)),
        ("-600.5,1.5e3,linear-exact", RenderingQuery.Window(center: -600.5, width: 1500, function: .linearExact)),
        ("0,0.1,sigmoid", RenderingQuery.Window(center: 0, width: 0.1, function: .sigmoid)),
        ("40%2C400%2Clinear", RenderingQuery.Window(center: 40, width: 400, function: .linear)),
        ("0,1,linear", RenderingQuery.Window(center: 0, width: 1, function: .linear)),
    ])
    func readsWindows(_ text: String, _ window: RenderingQuery.Window) throws {
        #expect(try query("window=\(text)").window == window)
    }

    @Test(arguments: [
        ("512,256", RenderingQuery.Viewport(width: 512, height: 256, sourceX: 0, sourceY: 0)),
        ("512,256,10,20.5", RenderingQuery.Viewport(width: 512, height: 256, sourceX: 10, sourceY: 20.5)),
        (
            "1,1,,,-100,50",
            RenderingQuery.Viewport(width: 1, height: 1, sourceX: 0, sourceY: 0, sourceWidth: -100, sourceHeight: 50)
        ),
        ("9,9,,,,5", RenderingQuery.Viewport(width: 9, height: 9, sourceX: 0, sourceY: 0, sourceHeight: 5)),
    ])
    func readsViewports(_ text: String, _ viewport: RenderingQuery.Viewport) throws {
        #expect(try query("viewport=\(text)").viewport == viewport)
    }

    @Test func readsTheOthers() throws {
        let query = try query("quality=1&annotation=patient,technique,overlay&iccprofile=srgb&accept=image/png")
        #expect(query.quality == 1)
        #expect(query.accept == "image/png")
        #expect(query.annotations == [.patient, .technique, .overlay])
        #expect(query.iccProfile == .srgb)
        #expect(query.warnings.isEmpty)
    }

    @Test func namesTheAnnotationsThatItDoesNotKnow() throws {
        let query = try query("annotation=doctor,patient,Technique")
        #expect(query.annotations == [.patient])
        #expect(query.warnings == ["The following annotation values are not supported: doctor, Technique"])
    }

    @Test(arguments: [
        "window=", "window", "window=40", "window=40,400", "window=40,400,Linear", "window=40,400,linear,1",
        "window=x,400,linear", "window=40,0,sigmoid", "window=40,-1,linear-exact", "window=40,0.5,linear",
        "window=nan,400,linear", "window=40,inf,linear", "window=1,2,linear&window=1,2,linear", "window=0x1,2,linear",
        "viewport=", "viewport=1", "viewport=0,1", "viewport=1,-1", "viewport=1.5,1", "viewport=1,1,",
        "viewport=1,1,,", "viewport=1,1,1,1,1,1,1", "viewport=1,1,-1", "viewport=1,1,0,0,0,1", "viewport=,1",
        "viewport=99999,1", "viewport=1,1,x", "viewport=1,1,nan",
        "quality=0", "quality=101", "quality=", "quality=5.5", "quality=+5", "quality=x",
        "annotation=", "annotation=patient,", "annotation=pa%20tient", "iccprofile=", "iccprofile=SRGB",
        "window=%FF",
    ])
    func refusesInvalidValues(_ text: String) {
        #expect { try query(text) } throws: { if case .badRequest = $0 as? WebError { true } else { false } }
    }

    @Test func aThumbnailHasOnlyASize() throws {
        #expect(try query("viewport=100,100&window=bad", isThumbnail: true).viewport?.width == 100)
        #expect(throws: WebError.self) { try query("viewport=100,100,5", isThumbnail: true) }
    }
}
