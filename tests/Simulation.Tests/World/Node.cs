using System.Net;
using Gateway.H323;
using Gateway.Sip;

namespace Simulation.Tests.World;

/// <summary>Somebody with an address in the network.</summary>
internal abstract class Node(string name, IPAddress address)
{
    public string Name => name;

    public IPAddress Address => address;

    /// <summary>Where it hears SIP; null when it does not.</summary>
    public Listener? Sip { get; init; }

    /// <summary>Where it hears SIP over that transport.</summary>
    public virtual Listener DoorFor(SipTransport transport) => Sip!;

    /// <summary>Takes connections on its call signalling port.</summary>
    public bool Listens { get; set; }

    public virtual void Take(SipInput input) => throw new InvalidOperationException($"{Name} does not speak SIP.");

    public virtual void Take(H323Input input) => throw new InvalidOperationException($"{Name} does not speak H.323.");

    public virtual void Take(string trunk, byte[] frame) => throw new InvalidOperationException($"{Name} has no D-channel.");

    public virtual ConnectionKey NextConnection() => throw new InvalidOperationException($"{Name} does not speak H.323.");

    public override string ToString() => Name;
}
