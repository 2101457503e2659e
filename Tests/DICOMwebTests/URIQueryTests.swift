import DICOM
import Testing

@testable import DICOMweb

@Suite struct URIQueryTests {
    private static let object = "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4"

    private func query(_ more: String = "") throws -> URIQuery {
        try URIQuery(QueryParameters(Self.object + (more.isEmpty ? "" : "&" + more)))
    }

    @Test func theInstanceIsNamedByItsThreeUIDsInAnyOrder() throws {
        let query = try URIQuery(QueryParameters("objectUID=1.4&seriesUID=1.3&requestType=WADO&studyUID=1.2&x=y"))
        #expect(query.scope == .instance(study: "1.2", series: "1.3", instance: "1.4"))
        #expect(query.transaction == .rendered && query.acceptedInstance == nil)
        #expect(query.frame == nil && query.region == nil && query.rows == nil && query.presentationState == nil)
    }

    @Test(arguments: [
        "", "studyUID=1.2&seriesUID=1.3&objectUID=1.4", "requestType=WADO&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&studyUID=1.2&objectUID=1.4", "requestType=WADO&studyUID=1.2&seriesUID=1.3",
        "requestType=wado&studyUID=1.2&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&studyuid=1.2&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&studyUID=&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&studyUID=a&seriesUID=1.3&objectUID=1.4",
        "requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=..",
    ])
    func withoutThemItIsRefused(_ text: String) {
        #expect { try URIQuery(QueryParameters(text)) } throws: { error in
            if case .badRequest = error as? WebError { true } else { false }
        }
    }

    @Test(arguments: [
        "rows=0", "rows=-1", "rows=x", "rows=1.5", "rows=99999", "columns=0", "columns=", "frameNumber=0",
        "frameNumber=-1", "frameNumber=x", "region=", "region=0,0,1", "region=0,0,1,1,1", "region=0,0,1,1.1",
        "region=0.5,0,0.5,1", "region=0,0.6,1,0.5", "region=a,0,1,1", "region=0,0,,1", "region=-0.1,0,1,1",
        "region=0,0,1,1,", "windowCenter=40", "windowWidth=400", "windowCenter=x&windowWidth=400",
        "windowCenter=40&windowWidth=0", "windowCenter=40&windowWidth=400&windowWidth=1", "imageQuality=0",
        "imageQuality=101", "imageQuality=x", "annotation=", "imageAnnotation=a%20b", "contentType=",
        "contentType=image", "contentType=*/*", "contentType=image/*", "contentType=multipart/related",
        "contentType=application/dicom;transfer-syntax=1.2", "contentType=text/html;charset=utf-8",
        "presentationUID=1.5", "presentationSeriesUID=1.6", "presentationUID=x&presentationSeriesUID=1.6",
        "presentationUID=1.5&presentationSeriesUID=1.6&windowCenter=1&windowWidth=2",
        "presentationUID=1.5&presentationSeriesUID=1.6&frameNumber=1",
        "presentationUID=1.5&presentationSeriesUID=1.6&contentType=application/dicom",
        "contentType=application/dicom&windowCenter=1&windowWidth=2",
        "contentType=application/dicom&transferSyntax=x", "contentType=application/dicom&transferSyntax=",
        "contentType=application/dicom&transferSyntax=1.2&transferSyntax=1.3", "anonymize=no", "anonymize=",
        "anonymize=yes&anonymize=yes",
    ])
    func refusesInvalidValues(_ text: String) {
        #expect { try query(text) } throws: { if case .badRequest = $0 as? WebError { true } else { false } }
    }

    @Test func anonymizationIsNeverIgnored() {
        #expect(throws: WebError.notImplemented("this gateway does not anonymize")) { try query("anonymize=yes") }
    }

    @Test func readsHowThePictureIsToLook() throws {
        let query = try query(
            "rows=100&columns=200&region=0,0.25,0.5,1&windowCenter=-40.5&windowWidth=1e2&imageQuality=7"
                + "&imageAnnotation=patient&annotation=technique&frameNumber=3&contentType=image/png,image/jpeg"
        )
        #expect(query.rows == 100 && query.columns == 200 && query.frame == 3)
        #expect(query.region == URIQuery.Region(left: 0, top: 0.25, right: 0.5, bottom: 1))
        #expect(query.rendering.window == RenderingQuery.Window(center: -40.5, width: 100, function: .linear))
        #expect(query.rendering.quality == 7)
        #expect(query.rendering.annotations == [.patient, .technique])
        #expect(query.contentType == "image/png,image/jpeg")
        #expect(
            try self.query("presentationUID=1.5&presentationSeriesUID=1.6&region=0,0,1,1").presentationState?.series
                == "1.6"
        )
    }

    @Test(arguments: [
        ("contentType=application/dicom", "application/dicom"),
        ("contentType=application/dicom&transferSyntax=*", "application/dicom; transfer-syntax=*"),
        (
            "contentType=application/dicom&transferSyntax=1.2.840.10008.1.2,1.2.840.10008.1.2.4.90,*",
            "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.90; transfer-syntax=*"
        ),
    ])
    func theInstanceItselfIsAskedForInASyntax(_ text: String, header: String) throws {
        #expect(try query(text).acceptedInstance == Accept(header: header))
    }

    @Test(arguments: ["1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2,1.2.840.10008.1.2.2"])
    func implicitAndBigEndianNeverLeave(_ syntax: String) {
        #expect(throws: WebError.notAcceptable([.dicom])) {
            try query("contentType=application/dicom&transferSyntax=\(syntax)")
        }
    }
}
