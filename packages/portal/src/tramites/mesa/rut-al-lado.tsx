import { actividad } from '@autogestion/normas/actividades';
import { direccionLegible } from '@autogestion/normas/direccion';
import { esFecha, formatearFecha } from '@autogestion/normas/fechas';
import { departamento, municipio } from '@autogestion/normas/geografia';
import { bloquesDeHojas, casillasHoja1, deberesDe, type Casilla } from '@autogestion/normas/rut';
import { Aviso, Detalles, ListaResumen } from '../../interfaz/index.ts';
import { Credencial, type EstadoConFecha, type VersionRut } from '../../rut/index.ts';

/** The RUT of whose case it is, as it is now: a card that stays in sight; the boxes of the form behind a line. */
export function RutAlLado({ version: v, estado }: { version: VersionRut; estado: EstadoConFecha }) {
  const casillas = casillasHoja1(v.registro, { concepto: v.concepto, numeroFormulario: v.formulario });
  return (
    <aside class="al-lado__rut" aria-labelledby="rut-al-lado">
      <h2 class="govuk-visually-hidden" id="rut-al-lado">
        RUT
      </h2>
      <Credencial version={v} estado={estado} />
      {estado.estado === 'activo' ? null : (
        <Aviso tipo="importante">
          El RUT está {estado.estado} desde el {formatearFecha(estado.desde)}.
        </Aviso>
      )}
      <ListaResumen filas={enPalabras(v).filter((f) => f.valor !== '')} />
      <Detalles resumen={`Formulario 001, versión ${v.numero}`}>
        <Casillas casillas={casillas} />
        {bloquesDeHojas(v.registro).map((b) => (
          <Detalles resumen={`Hoja ${b.hoja}. ${b.nombre}`}>
            <Casillas casillas={b.casillas} />
          </Detalles>
        ))}
      </Detalles>
    </aside>
  );
}

/** What an official looks at to decide, in words and with dates as they are said. */
function enPalabras({ registro }: VersionRut): { rotulo: string; valor: string }[] {
  const { clasificacion: c, ubicacion: u } = registro;
  const deActividad = (codigo: string, desde?: string) =>
    `${actividad(codigo)?.titulo ?? 'Actividad'} (código ${codigo})${desde && esFecha(desde) ? `, desde el ${formatearFecha(desde)}` : ''}`;
  const lugar = u.municipio === undefined ? undefined : municipio(u.municipio)?.nombre;
  const region = u.municipio === undefined ? undefined : departamento(u.municipio.slice(0, 2))?.nombre;
  return [
    {
      rotulo: 'Responsabilidades',
      valor: deberesDe(c.responsabilidades, registro.tipoContribuyente)
        .map((d) => `${d.codigo}: ${d.que}`)
        .join(' '),
    },
    {
      rotulo: 'Actividades',
      valor: [
        ...[c.actividadPrincipal, c.actividadSecundaria].flatMap((a) =>
          a ? [deActividad(a.codigo, a.desde)] : [],
        ),
        ...c.otrasActividades.map((codigo) => deActividad(codigo)),
      ].join('. '),
    },
    {
      rotulo: 'Dirección',
      valor: [...new Set([direccionLegible(u.direccion), lugar, region])].filter(Boolean).join(', '),
    },
    { rotulo: 'Correo', valor: u.correo ?? '' },
    { rotulo: 'Teléfono', valor: u.telefono1 ?? '' },
  ];
}

const Casillas = ({ casillas }: { casillas: readonly Casilla[] }) => (
  <ListaResumen
    filas={casillas
      .filter((c) => c.valor !== '')
      .map((c) => ({ rotulo: `${c.numero}. ${c.nombre}`, valor: comoSeDice(c.valor) }))}
  />
);

/** A box keeps its dates as the form does; here they are read. */
const comoSeDice = (valor: string): string => (esFecha(valor) ? formatearFecha(valor) : valor);
