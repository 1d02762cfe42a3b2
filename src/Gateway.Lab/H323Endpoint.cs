using System.Net;
using Gateway.Codecs.H323.H245.Audio;
using Gateway.H323;

namespace Gateway.Lab;

/// <summary>
/// An H.323 endpoint that serves the numbers of a prefix at one call signalling address; what each does is told by <see cref="Subscribers"/>.
/// It plays each part of H.450.2: transferring, transferred and transferred-to endpoint.
/// </summary>
/// <remarks>This file: calls. H323Endpoint.Transfers: H.450.2.</remarks>
public sealed partial class H323Endpoint(H323EndpointSettings settings, IH323Identifiers identifiers) : FarEnd
{
    private const int NormalClearing = 16;

    private static readonly AudioCapability[] Codings = [new AudioCapability.G711Alaw64k(20), new AudioCapability.G711Ulaw64k(20)];

    private readonly H323Stack stack = new(new H323Settings { FastConnect = settings.FastConnect, Timers = settings.Timers }, identifiers);
    private readonly Queue<H323Input> wanted = [];
    private readonly Dictionary<CallKey, EndpointLine> byKey = [];

    private sealed class EndpointLine(FarEndCall call, CallKey key, string own, H323Media media) : Line(call, own)
    {
        public CallKey Key { get; } = key;

        public H323Media Media { get; } = media;

        /// <summary>The call that takes this one's place.</summary>
        public FarEndCall? TakenOverBy { get; set; }

        /// <summary>A transfer that the person asked for is under way on this call.</summary>
        public bool IsTransferring { get; set; }

        /// <summary>The call whose party goes to this one's, once that can be found.</summary>
        public EndpointLine? TransfereeOfIdentify { get; set; }
    }

    private protected override void Take(FarEndInput input)
    {
        switch (input)
        {
            case FarEndInput.Start:
                break;
            case FarEndInput.H323(var arrived):
                wanted.Enqueue(arrived);
                break;
            case FarEndInput.Expired { Key: TimerKey key }:
                wanted.Enqueue(new H323Input.Expired(key));
                break;
            default:
                Observe($"an H.323 endpoint has no use for {input.GetType().Name}");
                break;
        }
    }

    private protected override void Settle()
    {
        while (wanted.TryDequeue(out var input))
        {
            foreach (var output in stack.Handle(input))
                Take(output);
        }
    }

    private void Take(H323Output output)
    {
        switch (output)
        {
            case H323Output.OpenConnection(var connection, var destination):
                Put(new FarEndOutput.OpenH323(connection, destination));
                break;
            case H323Output.Send(var connection, var message):
                Put(new FarEndOutput.SendH323(connection, message));
                break;
            case H323Output.CloseConnection(var connection):
                Put(new FarEndOutput.CloseH323(connection));
                break;
            case H323Output.StartTimer(var timer, var duration):
                Put(new FarEndOutput.StartTimer(timer, duration));
                break;
            case H323Output.StopTimer(var timer):
                Put(new FarEndOutput.StopTimer(timer));
                break;
            case H323Output.Observed observed:
                Observe(observed.Line);
                break;
            case H323Output.Indicate { Call: var key, Indication: H323Indication.IncomingCall incoming }:
                TakeCall(key, incoming);
                break;
            case H323Output.Indicate { Call: var key, Indication: var indication } when byKey.TryGetValue(key, out var line):
                Take(line, indication);
                break;
        }
    }

    private void Take(EndpointLine line, H323Indication indication)
    {
        switch (indication)
        {
            case H323Indication.Alerting alerting:
                line.Remote = PointOf(alerting.Media) ?? line.Remote;
                Tell(new FarEndEvent.Ringing(line.Call));
                break;
            case H323Indication.Answered answered:
                Up(line, answered.Connected?.Number, PointOf(answered.Media) ?? line.Remote);
                break;
            case H323Indication.MediaChanged changed:
                Connect(line, null, PointOf(changed.Media));
                break;
            case H323Indication.Released released:
                byKey.Remove(line.Key);
                Close(line, line.TakenOverBy is { } other
                    ? new FarEndEvent.Moved(line.Call, other)
                    : new FarEndEvent.Released(line.Call, released.Cause));
                break;
            default:
                TakeService(line, indication);
                break;
        }
    }

    private protected override void Dial(string number, string? from)
    {
        var line = OpenLine(identifiers.NextCall(), from ?? settings.Number);
        line.Party = number;
        Tell(new FarEndEvent.Dialled(line.Call, line.Own, number));
        wanted.Enqueue(Place(line, settings.Gateway, new H323Party(number)));
    }

    private static H323Input.PlaceCall Place(EndpointLine line, IPEndPoint destination, H323Party called) =>
        new(line.Key, destination, called, new H323Party(line.Own), line.Media);

    private EndpointLine OpenLine(CallKey key, string own)
    {
        var call = NextCall();
        var rtp = MediaOf(settings.Media, call);
        var media = new H323Media(rtp, new IPEndPoint(rtp.Address, rtp.Port + 1), Codings);
        var line = new EndpointLine(call, key, own, media) { Local = new MediaPoint.Rtp(rtp) };
        Open(line);
        byKey.Add(key, line);
        return line;
    }

    private void TakeCall(CallKey key, H323Indication.IncomingCall incoming)
    {
        var own = incoming.Called?.Number ?? NumberOf(incoming.Called?.Aliases ?? []) ?? "";
        var line = OpenLine(key, own);
        line.Party = incoming.Calling is { Restricted: false } calling ? calling.Number : null;
        line.Remote = PointOf(incoming.Media);
        Tell(new FarEndEvent.CalledBy(line.Call, own, line.Party));
        if (incoming.Transferred?.Replaces is { } replaces && byKey.TryGetValue(replaces, out var waiting))
        {
            waiting.TakenOverBy = line.Call;
            PickUp(line);
            wanted.Enqueue(new H323Input.Release(waiting.Key, NormalClearing));
            return;
        }

        switch (Subscribers.Of(own, settings.Prefix))
        {
            case Behaviour.RingsForEver:
                wanted.Enqueue(new H323Input.Alert(key));
                break;
            case Behaviour.Answers:
                wanted.Enqueue(new H323Input.Alert(key));
                StartRinging(line, settings.RingingTime);
                break;
            case var refuses:
                wanted.Enqueue(new H323Input.Release(key, Subscribers.CauseOf(refuses)));
                break;
        }
    }

    private protected override void RingingOver(Line line) => PickUp((EndpointLine)line);

    private void PickUp(EndpointLine line)
    {
        wanted.Enqueue(new H323Input.Answer(line.Key, line.Media, new H323Party(line.Own)));
        Up(line, null, line.Remote);
    }

    /// <summary>Near-end hold (H.450.4): the other side is told, the media stay.</summary>
    private protected override void SetHold(Line line)
    {
        var key = ((EndpointLine)line).Key;
        wanted.Enqueue(line.Holds ? new H323Input.Hold(key) : new H323Input.Retrieve(key));
        Tell(line.Holds ? new FarEndEvent.OnHold(line.Call) : new FarEndEvent.Retrieved(line.Call));
    }

    private protected override void HangUp(Line line) => wanted.Enqueue(new H323Input.Release(((EndpointLine)line).Key, NormalClearing));

    private static MediaPoint.Rtp? PointOf(H323Media? media) => media is null ? null : new MediaPoint.Rtp(media.Rtp);
}
