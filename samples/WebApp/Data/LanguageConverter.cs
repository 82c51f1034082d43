using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WebApp.Data;

internal sealed class LanguageConverter() : ValueConverter<CultureInfo, string>(language => language.Name, tag => CultureInfo.GetCultureInfo(tag));
