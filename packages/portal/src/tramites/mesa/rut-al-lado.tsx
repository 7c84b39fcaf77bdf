import { bloquesDeHojas, casillasHoja1, type Casilla } from '@autogestion/normas/rut';
import { formatearNit } from '@autogestion/normas/nit';
import { Aviso, Detalles, ListaResumen } from '../../interfaz/index.ts';
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
      <Casillas casillas={casillas} />
      {bloquesDeHojas(v.registro).map((b) => (
        <Detalles resumen={`Hoja ${b.hoja}. ${b.nombre}`}>
          <Casillas casillas={b.casillas} />
        </Detalles>
      ))}
    </aside>
  );
}

const Casillas = ({ casillas }: { casillas: readonly Casilla[] }) => (
  <ListaResumen
    filas={casillas
      .filter((c) => c.valor !== '')
      .map((c) => ({ clave: `${c.numero}. ${c.nombre}`, valor: c.valor }))}
  />
);
