using System.Net;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>The exchange, told its inputs and the time, with its outputs carried out. After every turn its promises are looked after.</summary>
internal sealed class GatewayNode(ExchangeSettings settings, Agenda agenda, Network network, Transcript transcript, Dice dice)
    : Node("gateway", settings.H323!.Address)
{
    private readonly Identifiers identifiers = new("gw", dice);
    private readonly List<ExchangeOutput> outputs = [];
    private readonly SuccessRule success = new() { ByeIsSuccess = settings.ByeWithoutNotifySucceeds };
    private Exchange? exchange;
    private TimeSpan? wake;

    public Exchange Exchange => exchange ??= new Exchange(settings, identifiers);

    public List<TransferRecord> Records { get; } = [];

    public List<Note> Notes { get; } = [];

    /// <summary>A turn that failed, which none should.</summary>
    public Note? Failed { get; private set; }

    /// <summary>Where the device with the B-channels sends each channel's speech to, as it was told last.</summary>
    public Dictionary<IPEndPoint, Media> Bearers { get; } = [];

    public override Listener DoorFor(SipTransport transport) => settings.SipDoors.First(door => door.Transport == transport);

    public override ConnectionKey NextConnection() => identifiers.NextConnection();

    public override void Take(SipInput input) => Take(new ExchangeInput.Sip(input));

    public override void Take(H323Input input) => Take(new ExchangeInput.H323(input));

    public override void Take(string trunk, byte[] frame) => Take(new ExchangeInput.Isdn(trunk, new IsdnInput.FrameReceived(frame)));

    public void Take(ExchangeInput input) => Turn(() =>
    {
        success.Hear(input);
        Exchange.Take(input, agenda.Now, outputs);
    });

    /// <summary>The operator changes what the engine decides by.</summary>
    public void Adopt(string what, Func<EngineSettings, EngineSettings> change)
    {
        transcript.Say($"operator: {what}");
        Take(new ExchangeInput.Adopt(change(settings.Engine)));
    }

    private void Turn(Action turn)
    {
        turn();
        var what = outputs.ToArray();
        outputs.Clear();
        foreach (var output in what)
            Act(output);
        Promises.AssertKept(this);
        success.Check(what);
        Sleep();
    }

    private void Sleep()
    {
        if (Exchange.Next is not { } next || next >= wake)
            return;
        wake = next;
        agenda.At(next, () =>
        {
            if (wake != next)
                return;
            wake = null;
            Turn(() => Exchange.Wake(agenda.Now, outputs));
        });
    }

    private void Act(ExchangeOutput output)
    {
        switch (output)
        {
            case ExchangeOutput.SendSip(var flow, var message):
                network.Send(this, flow, message);
                break;
            case ExchangeOutput.OpenH323(var connection, var destination):
                network.Open(this, connection, destination);
                break;
            case ExchangeOutput.SendH323(var connection, var message):
                network.Send(this, connection, message);
                break;
            case ExchangeOutput.CloseH323(var connection):
                network.Close(this, connection);
                break;
            case ExchangeOutput.SendFrame(var trunk, var octets):
                network.Send(this, trunk, octets);
                break;
            case ExchangeOutput.SwitchBearer(_, var bearer, var remote):
                Bearers[bearer] = remote;
                break;
            case ExchangeOutput.Noted(var note):
                Notes.Add(note);
                Failed = note.Event == NoteEvents.TurnFailed ? note : Failed;
                if (note.Event is TransferWatch.Failing or TransferWatch.TooMany or "settings.adopted" or "settings.refused")
                    transcript.Say($"{note.Event}: {note.Text}");
                break;
            case ExchangeOutput.Recorded(var record):
                Records.Add(record);
                transcript.Add(record);
                break;
        }
    }
}
