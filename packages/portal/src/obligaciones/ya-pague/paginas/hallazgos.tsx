import type { Propuesta } from '@autogestion/normas/correcciones';
import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  EnlaceBoton,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { opcion, Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { PagoBuscado } from '../busquedas.ts';
import { filasDeLoDicho } from '../dicho.ts';
import { enlace } from '../../enlaces.ts';
import type { AntesYDespues } from '../../libro/index.ts';
import type { Movimiento } from '../mover.ts';
import { AntesDespues } from './antes-despues.tsx';
import { migasDeObligaciones } from './entrada.tsx';

/** A proposal as it is shown. */
export interface PropuestaALaVista {
  propuesta: Propuesta;
  /** Public identifier of the debt; absent where what is left over has none to go to. */
  deuda?: string;
  deUnaVez: boolean;
  movimientos: readonly (Pick<Movimiento, 'valor' | 'dia'> & { de: string; a: string })[];
  cambios: readonly AntesYDespues[];
}

export interface PropsDeHallazgos {
  base: string;
  titular: string;
  busqueda: PagoBuscado;
  propuestas: readonly PropuestaALaVista[];
  /** Why there is none. */
  sinPropuesta?: string;
  /** What was moved already for this search. */
  abonados: readonly { radicado: string; deuda: string }[];
  /** What is owed, where there is a surplus that its owner may send to any of it. */
  deudas: readonly { valor: string; texto: string }[];
  errores?: Record<string, string>;
  /** Whoever looks may accept, and open a case. */
  actua: boolean;
}

/** What was found of a payment: what would move, and what is owed before and after. Nothing moves by looking. */
export function paginaHallazgos(o: PropsDeHallazgos): string {
  const camino = `${o.base}/obligaciones/pagos-buscados/${o.busqueda.idPublico}`;
  const [primera, ...otras] = o.propuestas;
  const titulo =
    primera !== undefined
      ? 'Hallamos un pago que puede ser el suyo'
      : o.abonados.length > 0
        ? 'Su pago ya está donde va'
        : 'No hallamos el pago';
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      migas={[
        ...migasDeObligaciones(o.base, o.titular),
        { texto: 'Esto ya lo pagué', href: `${o.base}/obligaciones/ya-pague` },
      ]}
      ancho="ancha"
      errores={o.errores}
    >
      {o.abonados.map((a) => (
        <Aviso tipo="exito" id={`abonado-${a.radicado}`}>
          <p>
            El pago quedó abonado a: {a.deuda}. Su constancia es la{' '}
            <a class="govuk-link" href={`${o.base}/tramites/${a.radicado}`}>
              {a.radicado}
            </a>
            . También se la enviamos por correo.
          </p>
        </Aviso>
      ))}
      {primera ? (
        [primera, ...otras].map((p) => <UnaPropuesta {...o} camino={camino} vista={p} />)
      ) : o.abonados.length > 0 ? (
        <EnlaceBoton href={`${o.base}/obligaciones`}>Ver lo que debe hoy</EnlaceBoton>
      ) : (
        <NoEsta {...o} camino={camino} />
      )}
      <h2 class="govuk-heading-m">Lo que nos dijo</h2>
      <ListaResumen
        filas={filasDeLoDicho(o.busqueda.dicho).map(({ clave, valor }) => ({ rotulo: clave, valor }))}
      />
      <Formulario accion={`${o.base}/obligaciones/ya-pague`}>
        <Boton variante="secundario">Buscar otro pago</Boton>
      </Formulario>
    </Pagina>,
  );
}

type ConCamino = PropsDeHallazgos & { camino: string };

function UnaPropuesta({ vista, ...o }: ConCamino & { vista: PropuestaALaVista }) {
  const { propuesta, movimientos, cambios, deuda, deUnaVez } = vista;
  const seMovio =
    propuesta.causa === 'sin-dueno'
      ? 'Dinero sin dueño conocido'
      : propuesta.ajeno
        ? 'Un NIT parecido al suyo'
        : undefined;
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">{propuesta.razon}</h2>
      <div class="ficha__cuerpo">
        {movimientos.length > 0 ? (
          <Tabla
            titulo="Qué se mueve"
            columnas={[
              { titulo: 'De' },
              { titulo: 'A' },
              { titulo: 'Pagado el' },
              { titulo: 'Valor', numerica: true },
            ]}
            filas={movimientos.map((m) => [
              seMovio ?? m.de,
              m.a,
              formatearFecha(m.dia),
              formatearPesos(m.valor),
            ])}
          />
        ) : null}
        {cambios.length > 0 ? <AntesDespues cambios={cambios} /> : null}
        {movimientos.length > 0 ? (
          <p class="govuk-body">
            Lo que usted pagó en total no cambia. Los intereses se cuentan hasta el día en que pagó, no hasta
            hoy (ET 803 y 804).
          </p>
        ) : null}
        {propuesta.obligacion === null ? null : (
          <p class="govuk-body">{deUnaVez ? propuesta.queHacer : LO_MIRA(propuesta)}</p>
        )}
        {propuesta.obligacion === null ? (
          <LoQueSobra {...o} />
        ) : !o.actua ? (
          <SinPermiso />
        ) : deUnaVez && deuda !== undefined ? (
          <Formulario accion={`${o.camino}/abonar`} ocultos={{ deuda }}>
            <Boton>Abonar el pago a esta deuda</Boton>
          </Formulario>
        ) : (
          <AbrirCaso {...o} {...(deuda !== undefined && { deuda })} />
        )}
        <p class="govuk-body-s">Norma: {propuesta.norma}.</p>
      </div>
    </section>
  );
}

/** A surplus without a debt of its own: it may pay any that there is; handing it back is not asked for here yet. */
function LoQueSobra({ camino, deudas, errores = {}, actua }: ConCamino) {
  if (deudas.length === 0)
    return (
      <p class="govuk-body">
        Hoy no debe nada: lo que sobra queda a su favor. Puede pedir que se lo devuelvan (ET 850). Esa
        solicitud todavía no se hace en esta oficina.
      </p>
    );
  return (
    <>
      <p class="govuk-body">
        Lo que sobra es suyo y puede pagar otra deuda (ET 815). Elija cuál y le mostramos cómo quedaría.
      </p>
      {actua ? (
        <Formulario accion={`${camino}/deuda`}>
          <Preguntar pregunta={aCualDeuda(deudas)} errores={errores} />
          <Boton>Ver cómo quedaría</Boton>
        </Formulario>
      ) : (
        <SinPermiso />
      )}
    </>
  );
}

const aCualDeuda = (de: PropsDeHallazgos['deudas']) =>
  opcion<string, unknown>({
    campo: 'deuda',
    etiqueta: '¿A qué deuda quiere que se abone?',
    de: () => de,
    falta: 'Elija una deuda.',
  });

/** What stands under another NIT, or under none, is never done at once here, whatever was told of it. */
const LO_MIRA = ({ ajeno, queHacer }: Propuesta): string =>
  ajeno
    ? 'Dos funcionarios lo revisan. Si es suyo, se abona a esta deuda con la fecha en que pagó, sin sanción.'
    : queHacer;

const SinPermiso = () => (
  <p class="govuk-body">Usted puede mirarlo. Para hacerlo hace falta un permiso para presentar.</p>
);

/** No payment like that: what to do, and the case for whoever has the proof of it. */
function NoEsta(o: ConCamino) {
  const clasificar = enlace('obligaciones.que-salio-mal', { titular: o.titular });
  return (
    <>
      <p class="govuk-body-l">{o.sinPropuesta}</p>
      <p class="govuk-body">
        Un pago por internet puede tardar un día hábil en llegar del banco. Si pagó ayer u hoy, espere a
        mañana.
      </p>
      {clasificar ? (
        <p class="govuk-body">
          <a class="govuk-link" href={clasificar}>
            Puede ser otra clase de error: mire cuál
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Si tiene el comprobante</h2>
      {o.actua ? <AbrirCaso {...o} /> : <SinPermiso />}
    </>
  );
}

function AbrirCaso({ camino, deuda }: { camino: string; deuda?: string }) {
  return (
    <EnlaceBoton href={`${camino}/caso${deuda === undefined ? '' : `?deuda=${deuda}`}`}>
      Pedir que lo miren
    </EnlaceBoton>
  );
}
