/// Every field name of the log format, in one place.
enum Field: String, CodingKey {
  case seq, at, type, origin, action, replaces, by, reason
  case format, log, name, venue, place, nation, date, track, source, note
  case race, kind, distance, laps, gender, division, title, sprints, marks, pairs, cup
  case pair, lane, group, attempt, competitor, best, seasonBest
  case id, bib, members, parts
  case time, splits
  case clock, impulse
  case device, channel, deviceTime, received, raw
  case mark, lap, estimated, accepts
  case position, speed
  case number, first, outcome
  case status, code, fell, rank, points
  case order, target, text, level, screen, boot
}
