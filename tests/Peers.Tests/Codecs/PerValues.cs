using System.Collections;
using System.Reflection;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H235;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;

namespace Peers.Tests.Codecs;

/// <summary>
/// Random values of ASN.1 types. A type's constraints stand nowhere but in its code, so a value is drawn by decoding random bits, and where that
/// stumbles the bits before the fault are drawn again. What comes out is then cut down to what we would send: nothing that our edition does not
/// know, and nested encodings that are some.
/// </summary>
internal sealed class PerValues(int seed)
{
    private const int Octets = 2048;
    private const int Repairs = 400;

    private readonly Random random = new(seed);

    /// <summary>One value for which <paramref name="wanted"/> holds.</summary>
    public T Draw<T>(Func<T, bool>? wanted = null) where T : class, IPerType<T>
    {
        while (true)
        {
            if (Try<T>() is { } value && Trim(value, 0) && (wanted?.Invoke(value) ?? true) && PerWriter.Encode(value) is { Length: > 0 and < 8000 })
                return value;
        }
    }

    private T? Try<T>() where T : class, IPerType<T>
    {
        var octets = new byte[Octets];
        var used = random.Next(20, 300);
        for (var i = 0; i < used; i++)
            octets[i] = (byte)(random.Next(3) == 0 ? 0 : random.Next(256) & random.Next(256));
        for (var repair = 0; repair < Repairs; repair++)
        {
            var value = PerReader.Decode<T>(octets, out var fault);
            if (fault is null)
                return value;
            for (var changes = 1 + random.Next(3); changes > 0; changes--)
            {
                var bit = Math.Clamp(fault.Value.BitOffset + 4 - random.Next(random.Next(2) == 0 ? 12 : 100), 0, Octets * 8 - 1);
                octets[bit >> 3] &= (byte)~(0x80 >> (bit & 7));
                if (random.Next(3) == 0)
                    octets[bit >> 3] |= (byte)(0x80 >> (bit & 7));
            }
        }
        return null;
    }

    /// <summary>False when the value is not one to send, or one of those of which tshark is known to say something wrong.</summary>
    private bool Trim(object value, int depth)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.SetMethod is null)
                continue;
            var part = property.GetValue(value);
            if (part is ExtensionTail)
            {
                property.SetValue(value, null);
                continue;
            }
            if (Nested(property) is { } nested && part is not null)
            {
                // Nested deeper it would only be the same again.
                if (depth > 8 && property.PropertyType == typeof(IReadOnlyList<CompleteEncoding>))
                    part = null;
                property.SetValue(value, part is IReadOnlyList<CompleteEncoding> list ? list.Take(2).Select(_ => nested()).ToArray() : part);
                continue;
            }
            if (!Keep(part, depth))
                return false;
        }
        return true;
    }

    private bool Keep(object? part, int depth)
    {
        switch (part)
        {
            case null:
                return true;
            case Enum rank:
                return Enum.IsDefined(rank.GetType(), rank);
            // Zero-length known-multiplier string: tshark aligns behind it, against X.691 (07/2002) 10.9.3.3.
            case "":
                return false;
            case UnknownAlternative:
            // H.235 SIGNED: toBeSigned is an open type (X.691 10.2), of which tshark says "something unknown here".
            case Signed:
            // Alternative newer than tshark's H.235.
            case H235Key.SecureChannelExt:
            // Unconstrained BMPString, which tshark misreads at some alignments.
            case Content.Unicode or Element.Name:
            // INTEGER (1..MAX) is semi-constrained (X.691 10.7); tshark reads it as constrained.
            case Gateway.Codecs.H323.H245.Modes.FECMode or Gateway.Codecs.H323.H245.Redundancy.FECCapability:
            // Deprecated samePort: ModeElementType, of which tshark reads an INTEGER (0..127).
            case Gateway.Codecs.H323.H245.Modes.DepFECMode:
                return false;
            case string or byte[] or CompleteEncoding or BitString or ObjectIdentifier or System.Net.IPAddress:
                return true;
            case IEnumerable items:
                foreach (var item in items)
                {
                    if (!Keep(item, depth + 1))
                        return false;
                }
                return true;
            default:
                return part.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal) || Trim(part, depth + 1);
        }
    }

    private Func<CompleteEncoding>? Nested(PropertyInfo property) => property.Name switch
    {
        "FastStart" => () => new CompleteEncoding(Draw<OpenLogicalChannel>()),
        "H245Control" or "ParallelH245Control" => () => new CompleteEncoding(Draw<MultimediaSystemControlMessage>()),
        "H4501SupplementaryService" => () => new CompleteEncoding(Service().Service),
        _ => null,
    };

    /// <summary>A supplementary service with one invoke of an operation of H.450, and that operation.</summary>
    public (H4501SupplementaryService Service, Operation Operation, int InvokeId) Service()
    {
        while (true)
        {
            var kind = Operations[random.Next(Operations.Length)];
            var argument = kind.GetConstructors()[0].GetParameters()[0].ParameterType;
            var drawn = typeof(PerValues).GetMethod(nameof(Draw))!.MakeGenericMethod(argument).Invoke(this, [null]);
            var operation = (Operation)kind.GetConstructors()[0].Invoke([drawn]);
            var invokeId = random.Next(65536);
            if (operation.ToInvoke(invokeId, out _) is not { } invoke)
                continue;
            var service = new H4501SupplementaryService
            {
                NetworkFacilityExtension = random.Next(2) == 0 ? null : Draw<NetworkFacilityExtension>(),
                InterpretationApdu = random.Next(2) == 0 ? null : (InterpretationApdu)random.Next(3),
                ServiceApdu = new ServiceApdus.RosApdus([invoke]),
            };
            if (PerWriter.Encode(service).Length > 0)
                return (service, operation, invokeId);
        }
    }

    private static readonly Type[] Operations =
    [
        .. typeof(Operation).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Operation)) && type != typeof(Operation.Unrecognized)),
    ];
}
