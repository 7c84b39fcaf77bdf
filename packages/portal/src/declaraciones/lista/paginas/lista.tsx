import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';
import {
  Boton,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  GrupoDeBotones,
  InstanteTexto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import type { Borrador } from '../../borrador/index.ts';
import { claseDe, type ClaseDeDeclaracion } from '../../clases/index.ts';
import type { DeAntes } from '../../de-antes/index.ts';
import type { Declaracion } from '../../presentar/index.ts';
import { cuandoVence } from '../../llenar/index.ts';
import { deBorrador, dePresentada, todas } from '../../llenar/index.ts';

/** A return that may be begun. */
export interface PorDeclarar {
  clase: ClaseDeDeclaracion;
  anio: number;
  periodo: string;
  vence: Fecha;
}

interface Props {
  titular: string;
  nit: string;
  hoy: Fecha;
  borradores: readonly Borrador[];
  presentadas: readonly Declaracion[];
  deAntes: readonly DeAntes[];
  porDeclarar: readonly PorDeclarar[];
  puedeLlenar: boolean;
  /** Whether a signed one is not filed until it is paid. */
  pendiente: (d: Declaracion) => boolean;
}

/** What is being filled, what was filed, and what may be begun. */
export const paginaDeclaraciones = (o: Props): string =>
  renderizarPagina(
    <Pagina titulo="Declaraciones" ancho="ancha" migas={[{ texto: 'Inicio', href: `/de/${o.titular}` }]}>
      <EnBorrador {...o} />
      <PorEmpezar {...o} />
      <Presentadas {...o} />
      <PresentadasAntes {...o} />
    </Pagina>,
  );

function EnBorrador({ borradores, titular, nit }: Props): VNode | null {
  const vence = (b: Borrador): string | undefined => {
    const v = b.corrige === undefined ? claseDe(b.formulario).vence(nit, b.anio, b.periodo) : undefined;
    return v && formatearFecha(v.fecha);
  };
  if (borradores.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Sin presentar</h2>
      <p class="govuk-body">
        Lo que está aquí <strong>no está presentado</strong>: es un borrador hasta que usted lo firme.
      </p>
      <Tabla
        titulo="Borradores"
        tituloOculto
        conCabezas
        columnas={[
          { titulo: 'Declaración' },
          { titulo: 'Estado' },
          { titulo: 'Vence' },
          { titulo: 'Formulario' },
          { titulo: 'Último cambio' },
        ]}
        filas={borradores.map((b) => [
          <a class="govuk-link" href={deBorrador(titular, b.idPublico)}>
            {b.corrige ? 'Corrección de la ' : ''}
            {nombreDe(b)}
          </a>,
          <Etiqueta tono="ojo">No presentada</Etiqueta>,
          vence(b) ?? '—',
          b.numero,
          <InstanteTexto instante={b.cambiadoEn} />,
        ])}
      />
    </section>
  );
}

function PorEmpezar({ porDeclarar, puedeLlenar, titular, hoy }: Props): VNode | null {
  if (porDeclarar.length === 0 || !puedeLlenar) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Empezar una declaración</h2>
      <p class="govuk-body">
        No todos declaran:{' '}
        <a class="govuk-link" href="/declaraciones/debo-declarar">
          mire si a usted le toca
        </a>
        . Si ya la tiene hecha en un programa,{' '}
        <a class="govuk-link" href="/declaraciones/probar">
          pruébela sin presentarla
        </a>
        .
      </p>
      {porDeclarar.map(({ clase, anio, periodo, vence }, i) => (
        <Formulario
          accion={todas(titular)}
          ocultos={{ formulario: clase.formulario.codigo, anio, periodo }}
          unaVez
        >
          <p class="govuk-body">
            {clase.nombre(anio, periodo)}: {hoy > vence ? 'venció' : 'vence'} el {cuandoVence(vence, hoy)}.
          </p>
          <GrupoDeBotones>
            <Boton variante={i === 0 ? 'principal' : 'secundario'}>
              Empezar
              <span class="govuk-visually-hidden">: {clase.nombre(anio, periodo)}</span>
            </Boton>
            {clase.enCero ? (
              <Boton variante="enlace" nombre="_accion" valor="en-cero">
                No tuve ingresos: en cero
                <span class="govuk-visually-hidden">, {clase.enLlano(anio, periodo)}</span>
              </Boton>
            ) : null}
          </GrupoDeBotones>
        </Formulario>
      ))}
    </section>
  );
}

function Presentadas({ presentadas, titular, pendiente }: Props): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">Presentadas</h2>
      <Tabla
        titulo="Declaraciones presentadas"
        tituloOculto
        conCabezas
        columnas={[
          { titulo: 'Declaración' },
          { titulo: 'Presentada' },
          { titulo: 'Por pagar', numerica: true },
          { titulo: 'Estado' },
        ]}
        filas={presentadas.map((d) => [
          <a class="govuk-link" href={dePresentada(titular, d.idPublico)}>
            {nombreDe(d)}
            {d.corrige ? ', corrección' : ''}
          </a>,
          formatearFecha(d.presentada),
          formatearPesos(d.acto.posiciones.reduce((s, p) => s + BigInt(p.impuesto + p.sancion), 0n)),
          <Estado d={d} pendiente={pendiente(d)} />,
        ])}
        vacia="Todavía no ha presentado ninguna declaración en esta oficina."
      />
      <EnlaceBoton href={`/de/${titular}/obligaciones`} variante="secundario">
        Ver lo que debe y lo que pagó
      </EnlaceBoton>
    </section>
  );
}

/** They are not corrected here: their figures begin the next one. */
function PresentadasAntes({ deAntes }: Props): VNode | null {
  if (deAntes.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Presentadas fuera de esta oficina</h2>
      <p class="govuk-body">
        Lo que usted declaró en ellas aparece sugerido en la del año siguiente. Se corrigen donde las
        presentó.
      </p>
      <Tabla
        titulo="Declaraciones presentadas fuera de esta oficina"
        tituloOculto
        conCabezas
        columnas={[{ titulo: 'Declaración' }, { titulo: 'Presentada' }, { titulo: 'Número' }]}
        filas={deAntes.map((d) => [nombreDe(d), formatearFecha(d.presentada), d.numero])}
      />
    </section>
  );
}

function Estado({ d, pendiente }: { d: Declaracion; pendiente: boolean }): VNode {
  if (d.reemplazadaPor) return <Etiqueta>Reemplazada</Etiqueta>;
  const { formalizaElPago } = claseDe(d.formulario);
  return pendiente && formalizaElPago ? (
    <Etiqueta tono="ojo">{formalizaElPago.estado}</Etiqueta>
  ) : (
    <Etiqueta tono="bien">Presentada</Etiqueta>
  );
}

const nombreDe = (d: { formulario: string; anio: number; periodo: string }): string =>
  claseDe(d.formulario).nombre(d.anio, d.periodo);
