package import FoundationEssentials
package import RaceLog
import Scoreboard

/// Start lists: races and who starts in them, as drafts of the events that enter them.
package enum StartList {
  /// Reads a start list from a spreadsheet. The columns stand in the README.
  ///
  /// - Parameter file: what to call it in messages.
  /// - Returns: one `race` for each race, in order of appearance, and after it an `entry` for each of its lines, and
  ///   sentences about what was left out or guessed.
  /// - Throws: everything that has to be mended. Nothing is entered then.
  package static func read(
    _ bytes: Data, file: String
  ) throws(StartListProblems) -> (drafts: [EventDraft], notices: [String]) {
    guard let text = SheetText(bytes) else {
      throw StartListProblems(
        problems: [StartListProblem(file: file, line: 1, column: nil, kind: .notText)], notices: [])
    }
    var sheet = StartListCells(text.text, file: file)
    if let guess = text.guess {
      sheet.notices.insert(
        "\(file):\(guess.line): not UTF-8, so the file was read as Windows-1252 (Latin-1), here as "
          + "\"\(guess.word)\". Where names look wrong, save it as CSV (UTF-8).", at: 0)
    }
    let races = StartListRaces(&sheet)
    let entries = StartListEntries(&sheet, races: races).entries
    guard sheet.problems.isEmpty else {
      let order = sheet.problems.enumerated().sorted { left, right in
        (left.element.line, left.element.column?.number ?? 0, left.offset)
          < (right.element.line, right.element.column?.number ?? 0, right.offset)
      }
      throw StartListProblems(problems: order.map(\.element), notices: sheet.notices)
    }
    return (drafts(races.races, entries: entries), sheet.notices)
  }

  /// A start list to fill in: all columns, and a line for each of four skaters.
  package static let template = """
    race,kind,distance,laps,sprints,gender,division,title,pair,lane,group,attempt,id,name,nation,bib,best,seasonBest,members
    w1000,individual,1000,,,women,A,Women 1000 m,1,inner,1,1,goetz,Kimi Goetz,USA,293,1:13.10,1:14.02,
    w1000,,,,,,,,1,outer,,,,Mei Han,CHN,215,1:14.60,,
    w1000,,,,,,,,2,inner,,,,LI Qishi,CHN,217,"1:15,66",-,
    tp-w,teamPursuit,,6,,women,,Women Team Pursuit,1,finish,,,ned,Netherlands,NED,,,,Joy Beune/Marijke Groenewoud/Antoinette Rijpma-De Jong
    ms-m,massStart,,16,4/8/12,men,A,Men mass start,1,,,,bergsma,Jorrit Bergsma,NED,116,,,

    """

  /// The races, entries and references of a log as they count in its end, each as it was entered last, for a log of
  /// one's own.
  ///
  /// - Parameter id: the id of the new log, in whose `meet` the other's name, venue, place, nation, date and track
  ///   stand. A log without `meet` gives no `meet`.
  package static func drafts(from log: EventLog, as id: String) -> [EventDraft] {
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    let head = meet.info.map { info in
      EventDraft.meet(
        log: id, name: info.name, venue: info.venue, place: info.place, nation: info.nation, date: info.date,
        track: info.track == 400 ? nil : info.track)
    }
    return (head.map { [$0] } ?? [])
      + meet.races.flatMap { race in
        (race.info.map { [EventDraft.race($0)] } ?? []) + race.entries.map(EventDraft.entry)
          + race.references.map(EventDraft.reference)
      }
  }

  private static func drafts(_ races: [RaceInfo], entries: [Entry]) -> [EventDraft] {
    races.flatMap { race in
      [EventDraft.race(race)] + entries.filter { $0.race == race.race }.map(EventDraft.entry)
    }
  }
}
