using Gateway.Isdn.Transfer;

namespace Gateway.Isdn;

/// <summary>The transfer services, which see every indication and add to requests what has to ride along.</summary>
public sealed partial class IsdnTrunk
{
    private readonly Queue<TransferAct.Ask> asked = [];
    private readonly TransferService transfers;

    /// <summary>Calls that have a call reference now.</summary>
    internal IEnumerable<IsdnCallId> LiveCalls => calls.Keys;

    /// <summary>What follows from an indication is told right behind it; of the end of a call before it, while the call still has a name.</summary>
    private void Indicate(IsdnCallId call, CallIndication indication)
    {
        var told = new IsdnOutput.Indication(call, indication);
        if (indication is not CallIndication.Released)
            outputs.Add(told);
        if (settings.TransferServices)
            transfers.Take(call, indication);
        TellTransfers();
        if (indication is CallIndication.Released)
            outputs.Add(told);
    }

    /// <summary>At the end of the turn of call control: what transfers want of the calls goes the way of any request.</summary>
    private void TurnTransfers()
    {
        TellTransfers();
        while (asked.TryDequeue(out var ask))
        {
            TakeRequest(ask.Call, ask.Request);
            TellTransfers();
        }
    }

    private void TellTransfers()
    {
        while (transfers.TryDequeue(out var act))
        {
            switch (act)
            {
                case TransferAct.Ask ask:
                    asked.Enqueue(ask);
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
}
