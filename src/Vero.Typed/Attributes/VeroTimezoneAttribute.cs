namespace Vero.Typed;

/// <summary>
/// Marks the member that holds the customer's timezone. It is sent as <c>data.timezone</c>: whole hours east of GMT, from -12 to 14.
/// </summary>
/// <remarks>
/// <para>
/// Allowed on every integer type (hours), <see cref="TimeZoneInfo"/> (its offset now, daylight saving included),
/// <see cref="TimeSpan"/> (the offset), and their nullable forms. A part of an hour is rounded down, so that nothing is sent
/// before its local time: -3:30 is sent as -4. An offset outside -12 to +14 hours throws a <see cref="VeroSerializationException"/>.
/// </para>
/// <para>That the value is an integer offset is Vero's contract; range and rounding are our decision.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroTimezoneAttribute : Attribute;
