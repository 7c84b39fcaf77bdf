import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import { MIGA_MESA } from '../../cuentas/index.ts';
import {
  Aviso,
  Boton,
  Detalles,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  type Valores,
} from '../../interfaz/index.ts';
import { juntas, nit, parrafo, Preguntar } from '../../interfaz/preguntas/index.ts';
import { actosSobre, ActosEnEspera, caminoDe, type ActoEnEspera } from '../actos/index.ts';
import {
  claseDe,
  enUnaLinea,
  etiquetaDe,
  movimientosDe,
  QueFue,
  TONO_DE_ESTADO,
  totalEnUnaLinea,
  type Cuenta,
  type Hecho,
  type Movimiento,
} from '../estado/index.ts';
import type { ObligacionConEstado } from '../libro/index.ts';
import { nombreDeObligacion } from '../ya-pague/index.ts';

/** Why an official looks at what somebody owes. */
export const POR_QUE_MIRA = parrafo({
  campo: 'motivo',
  ayuda: 'Queda escrito. La persona ve que usted miró sus obligaciones.',
  minimo: 10,
  maximo: 500,
  falta: 'Diga por qué lo mira, en 10 caracteres o más: quién lo pidió, o para qué caso.',
  filas: 3,
});

export const A_QUIEN = juntas<{ nit: string; motivo: string }, unknown>({
  nit: { nombre: 'NIT', pregunta: nit({ ayuda: 'Con el dígito de verificación o sin él.' }) },
  motivo: {
    nombre: 'Por qué lo mira',
    pregunta: POR_QUE_MIRA,
  },
});

/** Whose obligations, and why. */
export const paginaBuscarObligaciones = (o: {
  valores: Valores;
  errores: Record<string, string>;
  /** What waits for another official; absent for who only looks. */
  actos: readonly ActoEnEspera[] | undefined;
}): string =>
  renderizarPagina(
    <Pagina titulo="Obligaciones de una persona" migas={[MIGA_MESA]} errores={o.errores}>
      <Formulario accion="/mesa/obligaciones">
        <Preguntar pregunta={A_QUIEN} valores={o.valores} errores={o.errores} />
        <Boton>Mirar</Boton>
      </Formulario>
      {o.actos ? <ActosEnEspera actos={o.actos} /> : null}
    </Pagina>,
  );

interface PropsDeAtencion {
  nombre: string;
  /** Already formatted. */
  nit: string;
  atencion: string;
  cuenta: Cuenta;
  hechos: ReadonlyMap<bigint, Hecho>;
  /** Of this taxpayer, what waits for another official; absent where nothing may be done. */
  actos: readonly ActoEnEspera[] | undefined;
  /** What was just done. */
  hecho?: { acto: string; que: keyof typeof HECHOS };
}

const HECHOS = {
  hecho: 'quedó escrito en la cuenta, y le escribimos a la persona.',
  propuesto: 'quedó propuesto. Otra persona de obligaciones debe confirmarlo.',
  'no-hecho': 'no se hizo. La cuenta sigue como estaba.',
} as const;

/** What a taxpayer owes and paid, with the number of every voucher. */
export function paginaAtencion(o: PropsDeAtencion): string {
  const { cuenta } = o;
  const { al, hoy, libro } = cuenta;
  const fija = `/mesa/obligaciones/${o.atencion}?al=${al}&corte=${libro.corte}`;
  return renderizarPagina(
    <Pagina
      titulo={o.nombre}
      ancho="mesa"
      migas={[MIGA_MESA, { texto: 'Obligaciones', href: '/mesa/obligaciones' }]}
      antes={
        o.hecho ? (
          <Aviso tipo="exito">
            El acto {o.hecho.acto} {HECHOS[o.hecho.que]}
          </Aviso>
        ) : null
      }
    >
      <p class="govuk-body">NIT {o.nit}</p>
      <p class="govuk-body-l">{totalEnUnaLinea(cuenta, al, hoy)}</p>
      <p class="govuk-body-s">
        Cifras del {formatearFecha(al)}, con lo registrado hasta el comprobante {String(libro.corte)}.{' '}
        <a class="govuk-link" href={fija}>
          Dirección que siempre da estas cifras, mientras dure esta consulta
        </a>
      </p>
      <Tabla
        titulo="Lo que debe"
        conCabezas
        columnas={[
          { titulo: 'Obligación' },
          { titulo: 'Estado' },
          { titulo: 'Debe', numerica: true },
          { titulo: 'A favor', numerica: true },
        ]}
        filas={cuenta.obligaciones.map((x) => [
          nombreDeObligacion(x),
          <Etiqueta tono={TONO_DE_ESTADO[claseDe(x.estado)]}>{etiquetaDe(x.estado)}</Etiqueta>,
          formatearPesos(x.estado.debe),
          formatearPesos(x.estado.exceso),
        ])}
        vacia="La oficina no tiene registrado nada que deba ni haya pagado."
      />
      {cuenta.obligaciones.map((x) => (
        <Movimientos obligacion={x} {...o} />
      ))}
      {o.actos ? (
        <>
          {o.actos.length > 0 ? <ActosEnEspera actos={o.actos} atencion={o.atencion} /> : null}
          <EnlaceBoton href={caminoDe(o.atencion, 'cobrar')} variante="secundario">
            Cobrar por un acto de la oficina
          </EnlaceBoton>
        </>
      ) : null}
    </Pagina>,
  );
}

function Movimientos({
  obligacion,
  cuenta,
  hechos,
  atencion,
  actos,
}: PropsDeAtencion & { obligacion: ObligacionConEstado }) {
  const nombre = nombreDeObligacion(obligacion);
  return (
    <Detalles resumen={`Movimientos: ${nombre}`}>
      <p class="govuk-body">{enUnaLinea(obligacion, cuenta.hoy)}</p>
      <Tabla
        titulo={`Movimientos de ${nombre}`}
        tituloOculto
        columnas={[
          { titulo: 'Día' },
          { titulo: 'Qué' },
          { titulo: 'Valor', numerica: true },
          { titulo: 'Comprobante', numerica: true },
          ...(actos ? [{ titulo: 'Actos' }] : []),
        ]}
        filas={movimientosDe(cuenta.libro, obligacion.id, hechos).map((m) => [
          formatearFecha(m.dia),
          <QueFue {...m} />,
          formatearPesos(m.valor),
          String(m.comprobante),
          ...(actos
            ? [
                <Actos
                  atencion={atencion}
                  movimiento={m}
                  cuales={actosSobre(cuenta.libro, obligacion.id, m.id)}
                />,
              ]
            : []),
        ])}
      />
    </Detalles>
  );
}

const QUE_HACER = { mover: 'Pasar a otra', anular: 'Anular', reducir: 'Reducir' } as const;

/** What may be done upon an entry, each a link that says of which. */
const Actos = (o: {
  atencion: string;
  movimiento: Movimiento;
  cuales: readonly (keyof typeof QUE_HACER)[];
}) => (
  <>
    {o.cuales.map((slug, i) => (
      <>
        {i > 0 ? ' · ' : null}
        <a class="govuk-link" href={caminoDe(o.atencion, slug, o.movimiento.id)}>
          {QUE_HACER[slug]}
          <span class="govuk-visually-hidden">
            : {o.movimiento.que} del {formatearFecha(o.movimiento.dia)}, comprobante {o.movimiento.id}
          </span>
        </a>
      </>
    ))}
  </>
);
