from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("treaties", "0005_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="participation",
            name="suspended_from",
            field=models.DateField(blank=True, null=True),
        ),
    ]
