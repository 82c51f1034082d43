using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WebApp.Data;

internal sealed class TimeZoneConverter() : ValueConverter<TimeZoneInfo, string>(zone => zone.Id, id => TimeZoneInfo.FindSystemTimeZoneById(id));
