import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { temaDe } from '@autogestion/normas/formularios/210';
import { casillasDe } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  ConLado,
  EnlaceBoton,
  Formulario,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
  TextoInset,
} from '../../../interfaz/index.ts';
import { loDeLaSancion, sePuedeFirmar, type BorradorCalculado } from '../../cuenta/index.ts';
import { deAnexo, deBorrador } from '../direcciones.ts';
import { OTROS_DATOS, seccionesDe } from '../secciones.ts';
import { ComoVa, saldoDe } from './al-lado.tsx';
import { TablaDeAnexo } from './anexo.tsx';
import { ContraElAnioPasado } from './anio-pasado.tsx';
import { DeDondeSale } from './de-donde-sale.tsx';
import { LoTraido } from './lo-traido.tsx';

interface Props {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  /** Whoever prepares for another does not sign for them. */
  puedeFirmar: boolean;
  /** What the return of the year before says of a box. */
  pasado: ((clave: string) => bigint) | undefined;
  /** Whoever prepares may ask for the signature; and when it was asked last. */
  puedePedirla: boolean;
  pedida: Fecha | undefined;
}

/** The result, what keeps it from being filed, and every figure with its reason one tap away. */
export function paginaRevision(o: Props): string {
  const { b, titular, hoy } = o;
  const { borrador, clase } = b;
  const base = deBorrador(titular, borrador.idPublico);
  const valor = (clave: string) => b.cuenta.evaluacion.valor(clave);
  return renderizarPagina(
    <Pagina
      titulo={resultadoEnPalabras(b)}
      parteDe={`Revise: ${clase.nombre(borrador.anio, borrador.periodo)}`}
      ancho="ancha"
      volver={{ href: base, texto: 'Las partes de la declaración' }}
    >
      <ConLado lado={<ComoVa b={b} hoy={hoy} />}>
        {b.cuenta.correccion ? <LoQueCorrige b={b} /> : <Plazo b={b} hoy={hoy} />}
        <MenosSancion b={b} base={base} />
        <SinMirar b={b} base={base} />
        <LoQueFalta b={b} base={base} />
        <LoSupuesto b={b} base={base} />
        <LoTraido traido={b.cuenta.traido} />
        {clase.formulario.anexos.map((a) => (
          <TablaDeAnexo b={b} anexo={a} base={base} />
        ))}
        <DeDondeSale clase={clase} anio={borrador.anio} valor={valor} />
        <ContraElAnioPasado clase={clase} anio={borrador.anio} valor={valor} pasado={o.pasado} />
        <Cifras b={b} base={base} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/borrador.pdf`}>
            Descargar el borrador (PDF)
          </a>
          , para leerlo o mostrárselo a alguien. No tiene validez: no está firmado.
        </p>
        {!sePuedeFirmar(b) ? null : o.puedeFirmar ? (
          <>
            {clase.formalizaElPago && saldoDe(b).porPagar > 0n ? (
              <TextoInset>{clase.formalizaElPago.regla}</TextoInset>
            ) : null}
            <p class="govuk-body">
              En la página que sigue ve todo lo que declara y lo firma. Hasta entonces no está presentada.
            </p>
            <EnlaceBoton href={`${base}/firmar`}>Firmar y presentar</EnlaceBoton>
          </>
        ) : (
          <PedirLaFirma {...o} base={base} />
        )}
      </ConLado>
    </Pagina>,
  );
}

/** Who prepared it for another does not sign it: the taxpayer is written to, and comes in with their own account. */
function PedirLaFirma({ base, puedePedirla, pedida }: Props & { base: string }): VNode {
  return (
    <>
      <p class="govuk-body">
        Está lista y <strong>no presentada</strong>. La firma y la presenta su titular, con su propia firma.
        {pedida ? ` Se le pidió por correo el ${formatearFecha(pedida)}.` : null}
      </p>
      {puedePedirla ? (
        <Formulario accion={`${base}/pedir-firma`}>
          <Boton variante={pedida ? 'secundario' : 'principal'}>
            {pedida ? 'Pedírsela otra vez' : 'Pedirle la firma por correo'}
          </Boton>
        </Formulario>
      ) : null}
    </>
  );
}

function resultadoEnPalabras(b: BorradorCalculado): string {
  const { porPagar, aFavor } = saldoDe(b);
  if (porPagar > 0n && aFavor > 0n)
    return `${formatearPesos(porPagar)} por pagar y ${formatearPesos(aFavor)} a favor`;
  if (aFavor > 0n) return `Tiene ${formatearPesos(aFavor)} a favor`;
  return porPagar > 0n ? `Le queda por pagar ${formatearPesos(porPagar)}` : 'No le queda nada por pagar';
}

function Plazo({ b: { vencimiento, cuenta }, hoy }: { b: BorradorCalculado; hoy: Fecha }): VNode {
  const sancion = cuenta.sancion?.final ?? cuenta.posiciones.reduce((s, p) => s + p.sancion, 0n);
  if (hoy <= vencimiento.fecha)
    return <p class="govuk-body">El plazo para presentarla vence el {formatearFecha(vencimiento.fecha)}.</p>;
  return (
    <Advertencia>
      El plazo venció el {formatearFecha(vencimiento.fecha)}.
      {sancion > 0n
        ? ` Por eso lleva una sanción de ${formatearPesos(sancion)}, y lo que quede por pagar causa intereses desde ese día.`
        : ' Lo que quede por pagar causa intereses desde ese día.'}
    </Advertencia>
  );
}

/** The law reduces it to whoever states some things: they are asked, and never taken for said. */
function MenosSancion({
  b: { cuenta, borrador },
  base,
}: {
  b: BorradorCalculado;
  base: string;
}): VNode | null {
  const { sancion } = cuenta;
  if (!sancion) return null;
  const dicho = loDeLaSancion(borrador.contenido) !== undefined;
  return (
    <p class="govuk-body">
      {dicho
        ? 'La sanción tiene en cuenta lo que usted dijo de faltas anteriores (ET 640). '
        : 'La ley la reduce en algunos casos (ET 640). '}
      <a class="govuk-link" href={`${base}/sancion`}>
        {dicho ? 'Cambiar lo que dijo de la sanción' : 'Ver si paga menos sanción'}
      </a>
    </p>
  );
}

/** What was suggested and not looked at, or not asked yet: it is not signed unread. */
function SinMirar({ b: { sinMirar: s }, base }: { b: BorradorCalculado; base: string }): VNode | null {
  if (s.reportado + s.nadieReporta === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Antes de firmar</h2>
      <ul class="govuk-list govuk-list--bullet">
        {s.reportado > 0 ? (
          <li>
            <a class="govuk-link" href={`${base}/lo-reportado`}>
              Mire lo que ya sabemos
            </a>
            : {s.reportado === 1 ? 'falta 1 dato por confirmar' : `faltan ${s.reportado} datos por confirmar`}
            .
          </li>
        ) : null}
        {s.nadieReporta > 0 ? (
          <li>
            <a class="govuk-link" href={`${base}/nadie-reporta`}>
              Responda lo que nadie reporta
            </a>
            : lo que solo usted sabe.
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** What a correction does to the one that it replaces, with its penalty; or that its term is over. */
function LoQueCorrige({ b: { anterior, cuenta } }: { b: BorradorCalculado }): VNode | null {
  const { correccion, sancion } = cuenta;
  if (!correccion) return null;
  const { diferencia, plazo, vencida } = correccion;
  const cuanto = formatearPesos(diferencia < 0n ? -diferencia : diferencia);
  const que =
    diferencia === 0n
      ? 'no cambia lo que paga ni su saldo a favor'
      : diferencia > 0n
        ? `aumenta en ${cuanto} lo que paga, o baja en eso su saldo a favor`
        : `baja en ${cuanto} lo que paga, o aumenta en eso su saldo a favor`;
  if (vencida)
    return (
      <Advertencia>
        Esta corrección {que}. Para eso el plazo terminó el {formatearFecha(plazo.hasta)} ({plazo.norma}): así
        no se puede presentar.
      </Advertencia>
    );
  return (
    <p class="govuk-body">
      Esta corrección reemplaza la declaración número {anterior?.numero} y {que}.
      {sancion ? ` Por eso lleva una sanción de ${formatearPesos(sancion.final)} (ET 644).` : ''} Puede
      presentarla hasta el {formatearFecha(plazo.hasta)} ({plazo.norma}).
    </p>
  );
}

/** What keeps it from being filed, each with the way to where it is mended; then what only asks for a second look. */
function LoQueFalta({ b: { cuenta, clase }, base }: { b: BorradorCalculado; base: string }): VNode | null {
  const secciones = seccionesDe(clase.formulario);
  const nombres = new Map(casillasDe(clase.formulario).map((c) => [c.clave, c.nombre]));
  const donde = (casilla: string) => {
    const suya = secciones.find((s) => s.seccion.casillas.some((c) => c.clave === casilla));
    if (casilla.startsWith('tema.')) return `${base}/tema/${casilla.slice('tema.'.length)}`;
    const anexo = clase.formulario.anexos.find(
      (a) => casilla.startsWith(`${a.clave}.`) || casilla === a.clave,
    );
    if (anexo) return deAnexo(base, anexo.clave);
    const slug = suya?.slug ?? (casilla.startsWith('hechos.') ? OTROS_DATOS : undefined);
    return slug === undefined ? undefined : `${base}/formulario/${slug}#campo-casilla-${casilla}`;
  };
  const nombreDelLugar = (casilla: string) =>
    temaDe(casilla.replace('tema.', ''))?.nombre ??
    clase.formulario.anexos.find((a) => casilla.startsWith(a.clave))?.nombre ??
    'Otros datos';
  const fila = ({ casilla, mensaje }: { casilla: string; mensaje: string }) => (
    <li>
      {donde(casilla) ? (
        <a class="govuk-link" href={donde(casilla)}>
          {nombres.has(casilla) ? conNumero(casilla, nombres.get(casilla) ?? '') : nombreDelLugar(casilla)}
        </a>
      ) : (
        (nombres.get(casilla) ?? casilla)
      )}
      : {mensaje}
    </li>
  );
  const errores = [...cuenta.faltas, ...cuenta.reparos.filter((r) => r.gravedad === 'error')];
  const avisos = cuenta.reparos.filter((r) => r.gravedad === 'aviso');
  if (errores.length + avisos.length === 0) return null;
  return (
    <>
      {errores.length > 0 ? (
        <section>
          <h2 class="govuk-heading-m">Lo que falta para presentarla</h2>
          <ul class="govuk-list govuk-list--bullet">{errores.map(fila)}</ul>
        </section>
      ) : null}
      {avisos.length > 0 ? (
        <section>
          <h2 class="govuk-heading-m">Mire otra vez</h2>
          <p class="govuk-body">Esto no impide presentarla.</p>
          <ul class="govuk-list govuk-list--bullet">{avisos.map(fila)}</ul>
        </section>
      ) : null}
    </>
  );
}

function LoSupuesto({ b: { cuenta, clase }, base }: { b: BorradorCalculado; base: string }): VNode | null {
  if (cuenta.supuestos.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Lo que se supuso</h2>
      <ul class="govuk-list govuk-list--bullet">
        {cuenta.supuestos.map((s) => (
          <li>{s}</li>
        ))}
      </ul>
      {clase.formulario.hechos.length > 0 ? (
        <p class="govuk-body">
          Si algo no es así, dígalo en{' '}
          <a class="govuk-link" href={`${base}/formulario/${OTROS_DATOS}`}>
            otros datos que cuentan
          </a>
          .
        </p>
      ) : null}
    </section>
  );
}

/** «32. Ingresos brutos»; what has no known number, its name. */
const conNumero = (clave: string, nombre: string): string =>
  /^\d+$/.test(clave) ? `${clave}. ${nombre}` : nombre;

/** Every box that says something, with the reason of what was computed. */
function Cifras({ b: { cuenta, clase }, base }: { b: BorradorCalculado; base: string }): VNode {
  const { evaluacion: e } = cuenta;
  return (
    <>
      {clase.formulario.secciones.map((s) => {
        const filas = s.casillas.flatMap((c) => {
          if (c.clase !== 'pesos' || e.valor(c.clave) === 0n) return [];
          return [
            [
              <>
                {conNumero(c.clave, c.nombre)}
                {(c.formula ?? e.ayudaDe(c.clave)) ? (
                  <>
                    {' '}
                    <a class="govuk-link" href={`${base}/casilla/${c.clave}`}>
                      ¿Por qué?
                      <span class="govuk-visually-hidden"> {conNumero(c.clave, c.nombre)}</span>
                    </a>
                  </>
                ) : null}
              </>,
              <Monto pesos={e.valor(c.clave)} />,
            ],
          ];
        });
        return filas.length === 0 ? null : (
          <Tabla
            titulo={s.nombre}
            columnas={[{ titulo: 'Casilla' }, { titulo: 'Valor', numerica: true }]}
            filas={filas}
          />
        );
      })}
    </>
  );
}
