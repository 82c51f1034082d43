using System.ComponentModel;
using System.Globalization;

namespace Vero.Typed;

/// <summary>
/// Lets serializers that know <see cref="TypeConverter"/>, such as Newtonsoft.Json, carry an <see cref="IdentifyRequest"/> as text. Set on that
/// type, so there is nothing to register.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdentifyRequestTypeConverter : TypeConverter
{
    /// <summary>Whether requests can be made of this type.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="sourceType">The type.</param>
    /// <returns>True for <see cref="string"/>.</returns>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <summary>Whether requests can be turned into this type.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="destinationType">The type.</param>
    /// <returns>True for <see cref="string"/>.</returns>
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) =>
        destinationType == typeof(string) || base.CanConvertTo(context, destinationType);

    /// <summary>Makes a request of text, as <see cref="IdentifyRequest.Parse(string)"/> does.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="culture">Not used.</param>
    /// <param name="value">The text.</param>
    /// <returns>The request.</returns>
    /// <exception cref="FormatException">The text is not a request; the message says what is wrong, and holds nothing of it.</exception>
    /// <exception cref="NotSupportedException">The value is not a string.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string json ? IdentifyRequest.Parse(json) : base.ConvertFrom(context, culture, value);

    /// <summary>Turns a request into text, as <see cref="VeroRequest.ToJson"/> does.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="culture">Not used.</param>
    /// <param name="value">The request.</param>
    /// <param name="destinationType"><see cref="string"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="NotSupportedException">The destination is another type.</exception>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        // The base class writes ToString(), which of a request is its size.
        value is IdentifyRequest request && destinationType == typeof(string)
            ? request.ToJson()
            : base.ConvertTo(context, culture, value, destinationType);
}
