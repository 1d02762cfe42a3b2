using Gateway.Isdn.Transfer;

namespace Gateway.Isdn;

/// <summary>The transfer services, which see every indication and add to requests what has to ride along.</summary>
public sealed partial class IsdnTrunk
{
    private readonly Queue<IsdnOutput.Indication> unseen = [];
    private readonly TransferService transfers;

    /// <summary>Calls that have a call reference now.</summary>
    internal IEnumerable<IsdnCallId> LiveCalls => calls.Keys;

    /// <summary>After the turn of call control: transfers see what was indicated, and what they want goes the way of any request.</summary>
    private void TurnTransfers()
    {
        do
        {
            while (unseen.TryDequeue(out var indication))
                transfers.Take(indication.Call, indication.What);
            while (transfers.TryDequeue(out var act))
                Do(act);
        }
        while (unseen.Count > 0);
    }

    private void Do(TransferAct act)
    {
        switch (act)
        {
            case TransferAct.Ask ask:
                TakeRequest(ask.Call, ask.Request);
                break;
            case TransferAct.Start start:
                StartTimer(start.Timer, start.Call);
                break;
            case TransferAct.Stop stop:
                StopTimer(stop.Timer, stop.Call);
                break;
            case TransferAct.Indicate indicate:
                outputs.Add(new IsdnOutput.TransferIndicated(indicate.Indication));
                break;
            case TransferAct.Moved moved:
                outputs.Add(new IsdnOutput.Moved(
                    moved.Call, moved.Machine, moved.From.GetType().Name, moved.Input.GetType().Name, moved.To.GetType().Name));
                break;
            case TransferAct.Observe observe:
                Observe(observe.Call, observe.Line, observe.Fault);
                break;
        }
    }
}
