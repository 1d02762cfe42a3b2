using System.Reflection;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallDiversion;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>Names beside numbers are BMPString (SIZE (1..128)) in every argument of H.450.2 (02/1998) and H.450.3 (02/1998) that has one.</summary>
public class NameBoundTests
{
    private static IEnumerable<PropertyInfo> Names(Type type) =>
        type.GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name.EndsWith("Info", StringComparison.Ordinal));

    [Fact]
    public void A_name_has_1_to_128_characters_wherever_one_stands()
    {
        var types = typeof(Operation).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(typeof(Operation).Namespace!, StringComparison.Ordinal) == true && Names(type).Any()).ToHashSet();
        Assert.True(types.Count >= 8);
        foreach (var message in RandomMessage.Read("h450/random.jsonl"))
        {
            if (PerReader.Decode<H4501SupplementaryService>(message.Octets, out _).ServiceApdu is not ServiceApdus.RosApdus { Value: var components })
                continue;
            foreach (var invoke in components.OfType<Invoke>())
            {
                var operation = Operation.Decode(invoke, out _);
                if (operation?.GetType().GetProperty("Argument")?.GetValue(operation) is { } argument && types.Remove(argument.GetType()))
                    typeof(NameBoundTests).GetMethod(nameof(Bounds), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument.GetType()).Invoke(null, [argument]);
            }
        }
        // Nobody's golden message has this one.
        Assert.Equal([typeof(DivertingLegInformation4Arg)], types);
        var nobody = new EndpointAddress { DestinationAddress = [] };
        Bounds(new DivertingLegInformation4Arg { DiversionReason = default, SubscriptionOption = default, CallingNr = nobody, NominatedNr = nobody });
    }

    private static void Bounds<T>(T argument) where T : IPerType<T>
    {
        foreach (var name in Names(typeof(T)))
        {
            foreach (var (length, good) in ((int, bool)[])[(0, false), (129, false), (1, true), (128, true)])
            {
                name.SetValue(argument, new string('é', length));
                var octets = PerWriter.Encode(argument, out var refused);
                Assert.Equal((name, length, good), (name, length, refused is null));
                if (good)
                    Assert.Equal(length, ((string)name.GetValue(PerReader.Decode<T>(octets, out _))!).Length);
            }
        }
    }
}
