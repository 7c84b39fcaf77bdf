import { casillasHoja1 } from '@autogestion/normas/rut';
import { formatearNit } from '@autogestion/normas/nit';
import { Aviso, ListaResumen } from '../../interfaz/index.ts';
import { nombreDe, type EstadoRut, type VersionRut } from '../../rut/index.ts';

/** The RUT of whose case it is, as it is now. */
export function RutAlLado({ version: v, estado }: { version: VersionRut; estado: EstadoRut }) {
  const casillas = casillasHoja1(v.registro, { concepto: v.concepto, numeroFormulario: v.formulario });
  return (
    <aside class="al-lado" aria-labelledby="rut-al-lado">
      <h2 class="govuk-heading-m" id="rut-al-lado">
        RUT
      </h2>
      <p class="govuk-body">
        {nombreDe(v.registro)}, NIT {formatearNit(v.registro.nit, v.registro.dv)}. {estado.toUpperCase()},
        versión {v.numero}.
      </p>
      {estado === 'activo' ? null : <Aviso tipo="importante">El RUT está {estado}.</Aviso>}
      <ListaResumen
        filas={casillas
          .filter((c) => c.valor !== '')
          .map((c) => ({ clave: `${c.numero}. ${c.nombre}`, valor: c.valor }))}
      />
    </aside>
  );
}
