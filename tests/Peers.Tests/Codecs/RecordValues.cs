using System.Reflection;
using Gateway.Codecs.Isdn.Facility;

namespace Peers.Tests.Codecs;

/// <summary>Random values of records: every constructor parameter drawn by its type, one of the nested records where a choice is asked for.</summary>
internal sealed class RecordValues(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public string Digits() => string.Concat(Enumerable.Range(0, random.Next(1, 15)).Select(_ => (char)('0' + random.Next(10))));

    /// <summary>An operation of the variant, and its number or the last arc of its identifier.</summary>
    public Operation Operation(FacilityVariant variant)
    {
        var kinds = typeof(Operation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Operation)) && type.Namespace!.EndsWith("." + variant, StringComparison.Ordinal)).ToArray();
        return (Operation)Of(kinds[random.Next(kinds.Length)]);
    }

    private object Of(Type type)
    {
        if (type.IsAbstract)
        {
            var alternatives = type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).ToArray();
            return Of(alternatives[random.Next(alternatives.Length)]);
        }
        var constructor = type.GetConstructors().OrderBy(one => one.GetParameters().Length).Last();
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private object? Argument(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var optional = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        if (optional && (random.Next(2) == 0 || type == typeof(byte[])))
            return null;
        return type switch
        {
            _ when type == typeof(string) => parameter.Name == "Identity" ? Digits()[..1] : Digits(),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(1, 16),
            // Bearer capability, where information elements of Q.931 are asked for.
            _ when type == typeof(byte[]) => parameter.Name == "InformationElements" ? [0x04, 0x03, 0x80, 0x90, 0xA3] : new byte[] { 0x41, 0x42 },
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            _ => Of(type),
        };
    }
}
