using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WebApp.Customers;

namespace WebApp.Data;

internal sealed class CustomerIdConverter() : ValueConverter<CustomerId, Guid>(id => id.Value, value => new CustomerId(value));
