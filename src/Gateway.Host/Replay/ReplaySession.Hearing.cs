using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;

namespace Gateway.Host.Replay;

/// <summary>What the engine says and orders, turned into decisions, and into what it waits for.</summary>
public sealed partial class ReplaySession
{
    private void Hear(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.Command(var command):
                Hear(command);
                break;
            case EngineOutput.StartTimer(var timer, var duration) when timer.Name != EngineTimers.NoAnswer:
                timers.Add(new StartedTimer(new TransferId(timer.Owner).ToString(), timer.Name, duration));
                break;
            case EngineOutput.Noted(var note) when IsTold(note):
                Mark(new Decision(note.Event, note.Rule, note.Text, note.Cause), note.Transfer is { } id ? transfers.GetValueOrDefault(id) : null, note.Transfer);
                break;
            case EngineOutput.Recorded(var record):
                Mark(
                    new Decision("transfer.recorded", record.Rules.LastOrDefault(policyRules.Contains) ?? (record.Outcome == TransferOutcome.Refused ? record.Rules[^1] : null), $"{record.Outcome}{(record.MethodsTried.Count > 0 ? $" by {record.MethodsTried[^1]}" : "")}", record.Cause, record.Outcome.ToString(), record.MethodsTried),
                    transfers.GetValueOrDefault(record.Transfer), record.Transfer);
                break;
        }
    }

    private void Expired(EngineTimer timer)
    {
        if (timers.LastOrDefault(started => started.Name == timer.Name && started.TransferId == new TransferId(timer.Owner).ToString()) is { } known)
            known.Expired = true;
    }

    private static bool IsTold(Note note) =>
        note.Level >= NoteLevel.Information && (note.Event.StartsWith("transfer.", StringComparison.Ordinal) || note.Event.StartsWith("route.missing", StringComparison.Ordinal)
            || note.Event is NoteEvents.CallRefused or NoteEvents.RouteLoop or NoteEvents.TurnFailed or NoteEvents.PartyChanged);

    private void Hear(LegCommand command)
    {
        switch (command)
        {
            case LegCommand.Place(var leg, _, _) when engine.Running.FirstOrDefault(live => live.Target == leg) is { } live:
                Await(transfers[live.Transfer], new Awaited.Target(leg));
                break;
            case LegCommand.Place(var leg, _, _):
                placed = leg;
                break;
            case LegCommand.Release(var leg, _):
                gone.Add(leg);
                break;
            case LegCommand.AcceptTransfer(_, var id):
                Adopt(id);
                break;
            case LegCommand.RefuseTransfer(_, var id, _):
                Adopt(id);
                break;
            case LegCommand.IdentifyTarget(var leg, var id):
                // The capture holds no question of ours to the target; that it would answer is assumed.
                Mark(new Decision("replay.assumed", null, "that the target can be found again, since the capture cannot say"), transfers.GetValueOrDefault(id), id);
                engine.SayLater(new LegEvent.TargetIdentified(leg, id, "1", new ReroutingTarget(new Party("target"))));
                break;
            case LegCommand.Reroute(var leg, var id, _, _):
                Await(transfers[id], new Awaited.Step(leg));
                break;
            case LegCommand.HandOver(var leg, var id, _):
                Await(transfers[id], new Awaited.Step(leg));
                break;
            case LegCommand.ReportTransfer(_, var id, var report):
                Mark(
                    new Decision("transfer.reported", null, report switch
                    {
                        TransferReport.Ringing => "the transferor is told that the target rings",
                        TransferReport.Succeeded => "the transferor is told of the success",
                        _ => "the transferor is told of the failure",
                    }, (report as TransferReport.Failed)?.Cause),
                    transfers.GetValueOrDefault(id), id);
                break;
        }
    }

    /// <summary>An answer that the capture has given already is not waited for.</summary>
    private void Await(CapturedTransfer transfer, Awaited what)
    {
        awaited[transfer] = what;
        if (transfer.Outcome is { } outcome && present.Signs.All(sign => sign is not Sign.Concluded) && Identify(transfer) is { } id && what is Awaited.Step)
            engine.SayLater(outcome.Cause is { } cause ? new LegEvent.TransferStepFailed(what.Leg, id, cause, NotSupported: false) : new LegEvent.TransferStepSucceeded(what.Leg, id));
    }

    private void Adopt(TransferId id)
    {
        if (asking is null)
            return;
        transfers[id] = asking;
        asking.Id = id.ToString();
    }

    private void Mark(Decision decision, CapturedTransfer? transfer, TransferId? id = null) => decisions.Add((position, new ReplayEvent(
        present.Seen.Frame, present.Seen.Time, null, null, null, null, null, (transfer ?? asking)?.Call.Id ?? present.Call?.Id,
        transfer?.Id ?? id?.ToString(), null, [], [], decision)));
}
