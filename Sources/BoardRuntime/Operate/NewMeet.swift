package import FoundationEssentials
import Operation
package import RaceLog
import Scoreboard

/// What a new journal begins with: the meet, and a programme from somewhere else.
package struct NewMeet: Sendable {
  /// What is worth saying about the programme.
  package let notices: [String]
  private let info: MeetInfo?
  private let name: String
  private let programme: [EventDraft]

  /// Reads the programme.
  ///
  /// - Parameters:
  ///   - journal: the journal's path, whose name serves where no other is given.
  ///   - startList: a CSV file.
  ///   - from: another log.
  /// - Throws: ``LogFileError``, or what is wrong with the start list.
  package init(journal: String, name: String?, startList: String?, from: String?) throws {
    var notices: [String] = []
    var programme: [EventDraft] = []
    var info: MeetInfo?
    if let from {
      let log = try LogFile.open(from)
      var meet = Meet()
      meet.advance(to: log.events.count, of: log)
      info = meet.info
      programme = StartList.drafts(from: log, as: "new").filter { $0.type != "meet" }
    }
    if let startList {
      let list = try StartListFile.read(startList)
      programme += list.drafts
      notices += list.notices
    }
    if programme.isEmpty {
      notices.append("No start list: begin with --start-list or --from, or let a trusted feed send one.")
    }
    let base = OfficialSheets.base(ofJournal: journal).split(separator: "/").last.map(String.init) ?? journal
    self.name = name ?? info?.name ?? base
    self.info = info
    self.programme = programme
    self.notices = notices
  }

  /// The first events of the journal.
  package func drafts(at: Instant) -> [EventDraft] {
    let date = String(at.text.prefix(10))
    let stamp = at.text.prefix(19).filter(\.isNumber)
    // An id is unique and made of a few signs only.
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return [
      .meet(
        log: String(letters.prefix(40)) + "-" + stamp, name: name, venue: info?.venue, place: info?.place,
        nation: info?.nation, date: date, track: info?.track)
    ] + programme
  }

  /// What a journal lacks that is a beginning of these events and ends too early: its writer died while it wrote them.
  /// Nothing where the journal holds all of them, or anything else.
  ///
  /// - Parameter contents: whole lines.
  package func missing(in contents: Data, of log: EventLog) -> [EventDraft] {
    guard let at = log.events.first?.at else { return [] }
    let all = drafts(at: at)
    guard log.events.count < all.count else { return [] }
    var beginning = Data()
    for (index, draft) in all.prefix(log.events.count).enumerated() {
      beginning += draft.line(seq: index + 1, at: at)
      beginning.append(UInt8(ascii: "\n"))
    }
    return beginning == contents ? Array(all.dropFirst(log.events.count)) : []
  }
}
