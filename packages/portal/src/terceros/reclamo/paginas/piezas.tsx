import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { ComponentChildren, VNode } from 'preact';
import { Detalles, Etiqueta, ListaResumen, Tabla, type FilaDeResumen } from '../../../interfaz/index.ts';
import type { Reclamo } from '../consultas.ts';
import type { Estado } from '../estado.ts';
import { MOTIVOS } from '../motivos.ts';
import { HECHO_EN_PALABRAS, NOMBRE_DE_ESTADO } from '../palabras.ts';

export const EstadoDelReclamo = ({ estado }: { estado: Estado }): VNode => (
  <Etiqueta tono={NOMBRE_DE_ESTADO[estado].tono}>{NOMBRE_DE_ESTADO[estado].nombre}</Etiqueta>
);

/** So many are seen at once; more are folded. */
const POCOS = 3;

/** What was reported, as it stood when it was said not to be so. */
export const LoReportado = ({ r }: { r: Pick<Reclamo, 'uso'> }): VNode => (
  <>
    {r.uso.frases.map((f) => (
      <p class="govuk-body">{f}</p>
    ))}
    {r.uso.datos.length === 0 ? null : (
      <Detalles resumen="Ver cada valor que se reportó" abierto={r.uso.datos.length <= POCOS}>
        <Tabla
          titulo="Cada valor que se reportó"
          tituloOculto
          conCabezas
          columnas={[{ titulo: 'Detalle' }, { titulo: 'Valor', numerica: true }]}
          filas={r.uso.datos.map((d) => [d.detalle, formatearPesos(BigInt(d.valor))])}
        />
      </Detalles>
    )}
    <p class="govuk-body-s">{r.uso.adicional}</p>
  </>
);

/** What was said, what came of it and the files, for each side and for the desk. */
export function TodoElReclamo({
  r,
  base,
  antes = [],
  children,
}: {
  r: Reclamo;
  /** Address of the case: its files hang from it. */
  base: string;
  antes?: readonly FilaDeResumen[];
  children?: ComponentChildren;
}): VNode {
  return (
    <>
      <ListaResumen
        filas={[
          ...antes,
          { rotulo: 'Estado', valor: <EstadoDelReclamo estado={r.estado} /> },
          { rotulo: 'Año', valor: String(r.anio) },
          { rotulo: 'Qué está mal', valor: MOTIVOS[r.motivo] },
          { rotulo: 'Explicación', valor: <Parrafos texto={r.relato} /> },
          { rotulo: 'Soportes', valor: <Soportes r={r} base={base} /> },
          {
            rotulo: 'Plazo para responder',
            valor: `Hasta el ${formatearFecha(r.vence)}. Es una regla de esta oficina: la ley no fija uno.`,
          },
        ]}
      />
      {children}
      <h2 class="govuk-heading-m">Lo que se reportó</h2>
      <LoReportado r={r} />
      <h2 class="govuk-heading-m">Lo que ha pasado</h2>
      <ListaResumen
        filas={[
          { rotulo: formatearFecha(r.dia), valor: 'Se abrió el reclamo' },
          ...r.sucesos.map((s) => ({
            rotulo: formatearFecha(s.dia),
            valor: (
              <>
                {HECHO_EN_PALABRAS[s.hecho]}
                {s.texto === null ? null : <Parrafos texto={s.texto} />}
              </>
            ),
          })),
        ]}
      />
    </>
  );
}

const Parrafos = ({ texto }: { texto: string }): VNode => (
  <>
    {texto.split('\n').map((linea) => (
      <p class="govuk-body">{linea}</p>
    ))}
  </>
);

function Soportes({ r, base }: { r: Reclamo; base: string }): VNode {
  if (r.pruebas.length === 0) return <>Ninguno</>;
  return (
    <ul class="govuk-list">
      {r.pruebas.map((p) => (
        <li>
          <a class="govuk-link" href={`${base}/pruebas/${p.idPublico}`}>
            {p.nombre}
          </a>
        </li>
      ))}
    </ul>
  );
}
