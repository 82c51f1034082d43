using System.ComponentModel;
using System.Globalization;

namespace Vero.Typed;

/// <summary>
/// Lets serializers that know <see cref="TypeConverter"/>, such as Newtonsoft.Json, carry requests as strings. Set on every type of request, so there
/// is nothing to register.
/// </summary>
/// <typeparam name="TRequest">The type of the property: <see cref="VeroRequest"/> for any request, or one type of request.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VeroRequestTypeConverter<TRequest> : TypeConverter
    where TRequest : VeroRequest
{
    /// <summary>Whether requests can be made from this type.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="sourceType">The type.</param>
    /// <returns>True for <see cref="string"/>.</returns>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <summary>Whether requests can be converted to this type.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="destinationType">The type.</param>
    /// <returns>True for <see cref="string"/>.</returns>
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) =>
        destinationType == typeof(string) || base.CanConvertTo(context, destinationType);

    /// <summary>Makes a request from its envelope or, for one type of request, from its bare body.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="culture">Not used.</param>
    /// <param name="value">The string.</param>
    /// <returns>The request.</returns>
    /// <exception cref="FormatException">The string is not a request; the message says what is wrong, and contains nothing of it.</exception>
    /// <exception cref="VeroSerializationException">The version or the operation of the envelope is unknown.</exception>
    /// <exception cref="NotSupportedException">The value is not a string.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string json ? CarriedRequest<TRequest>.Parse(json) : base.ConvertFrom(context, culture, value);

    /// <summary>Converts a request to its envelope.</summary>
    /// <param name="context">Not used.</param>
    /// <param name="culture">Not used.</param>
    /// <param name="value">The request.</param>
    /// <param name="destinationType"><see cref="string"/>.</param>
    /// <returns>The envelope.</returns>
    /// <exception cref="NotSupportedException">The destination is another type.</exception>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        // The base class writes ToString(), which for a request is its size.
        value is VeroRequest request && destinationType == typeof(string)
            ? request.ToEnvelope()
            : base.ConvertTo(context, culture, value, destinationType);
}
