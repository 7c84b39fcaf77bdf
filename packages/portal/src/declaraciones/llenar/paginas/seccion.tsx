import type { Fecha } from '@autogestion/normas/fechas';
import { escribirNorma, type Hecho, type Seccion } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import {
  erroresParaResumen,
  formularioRevisado,
  SeccionDeFormulario,
} from '../../../interfaz/formulario/index.ts';
import {
  Boton,
  CampoPesos,
  CampoTexto,
  camposDe,
  ConLado,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../direcciones.ts';
import { campoDeHecho, valoresDe, valoresDeHechos } from '../lo-escrito.ts';
import { hechosQueSeEscriben, OTROS_DATOS, seccionesDe, type SeccionEnPagina } from '../secciones.ts';
import { EnVivo, ISLA_DE_LLENAR, revisionEscrita } from '../vivo/en-vivo.tsx';
import { ComoVa } from './al-lado.tsx';

interface Props {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  /** As it was typed, where it was refused. */
  escrito?: Valores;
  errores?: Errores;
}

function Marco({
  b,
  titular,
  hoy,
  titulo,
  slug,
  guardados,
  escrito,
  errores,
  children,
}: Props & {
  titulo: string;
  slug: string;
  /** What its fields say in the draft. */
  guardados: Valores;
  children: VNode | VNode[];
}): VNode {
  const { borrador, clase } = b;
  const base = deBorrador(titular, borrador.idPublico);
  return (
    <Pagina
      titulo={titulo}
      parteDe={clase.nombre(borrador.anio, borrador.periodo)}
      ancho="ancha"
      errores={errores}
      volver={{ href: base, texto: 'Las partes de la declaración' }}
      islas={[ISLA_DE_LLENAR]}
    >
      <ConLado lado={<ComoVa b={b} hoy={hoy} />} actua="corto">
        <Formulario
          accion={`${base}/formulario/${slug}`}
          ocultos={{ _revision: revisionEscrita(escrito) ?? borrador.revision }}
        >
          {children}
          <EnVivo b={b} cada="campo" {...(escrito && { valores: guardados })} />
          <GrupoDeBotones>
            <Boton>Guardar y seguir</Boton>
            <Boton variante="secundario" nombre="_accion" valor="recalcular">
              Recalcular
            </Boton>
          </GrupoDeBotones>
        </Formulario>
      </ConLado>
    </Pagina>
  );
}

/** A section with what is wrong in it, and what was typed where it was not kept. */
export const loRevisado = (b: BorradorCalculado, { casillas }: Seccion, escrito: Valores = {}) =>
  formularioRevisado({
    evaluacion: b.cuenta.evaluacion,
    valores: { ...valoresDe(b, casillas), ...escrito },
    conocidas: b.cuenta.conocidas,
    faltas: b.cuenta.faltas,
  });

/** One section of the form, box by box. */
export function paginaSeccion({ seccion, ...o }: Props & { seccion: SeccionEnPagina }): string {
  const { b, escrito = {}, errores = {} } = o;
  const revisado = loRevisado(b, seccion.seccion, escrito);
  const base = deBorrador(o.titular, b.borrador.idPublico);
  const conLoEscrito = { ...revisado, errores: { ...revisado.errores, ...errores } };
  const deAqui = new Set(seccion.seccion.casillas.map((c) => `casilla-${c.clave}`));
  const resumen = Object.fromEntries(
    Object.entries(erroresParaResumen(conLoEscrito)).filter(([campo]) => deAqui.has(campo)),
  );
  return renderizarPagina(
    <Marco
      {...o}
      titulo={seccion.seccion.nombre}
      slug={seccion.slug}
      guardados={valoresDe(b, seccion.seccion.casillas)}
      errores={resumen}
    >
      <SeccionDeFormulario
        seccion={seccion.seccion}
        revisado={conLoEscrito}
        porQue={(clave) => `${base}/casilla/${clave}`}
      />
    </Marco>,
  );
}

/** What counts in the form and no box prints. */
export function paginaOtrosDatos(o: Props): string {
  const { b, escrito, errores = {} } = o;
  const hechos = hechosQueSeEscriben(b.clase);
  const campos = camposDe({ valores: { ...valoresDeHechos(b, hechos), ...escrito }, errores });
  return renderizarPagina(
    <Marco
      {...o}
      titulo="Otros datos que cuentan"
      slug={OTROS_DATOS}
      guardados={valoresDeHechos(b, hechos)}
      errores={errores}
    >
      {hechos.map((h) => (
        <CampoDeHecho hecho={h} campos={campos} />
      ))}
    </Marco>,
  );
}

function CampoDeHecho({ hecho: h, campos }: { hecho: Hecho; campos: ReturnType<typeof camposDe> }): VNode {
  const comunes = {
    etiqueta: h.nombre,
    ayuda: [h.ayuda, h.norma && escribirNorma(h.norma)].filter(Boolean).join(' '),
  };
  const campo = campos.texto(campoDeHecho(h.clave));
  return h.clase === 'pesos' ? (
    <CampoPesos {...campo} {...comunes} ancho={20} />
  ) : (
    <CampoTexto {...campo} {...comunes} teclado="numeric" autocompletar="off" ancho={10} />
  );
}

/** The page that follows a section: the next one, and after the last the review. */
export function siguienteDe(b: BorradorCalculado, base: string, slug: string): string {
  const secciones = seccionesDe(b.clase.formulario).map((s) => s.slug);
  const todas = b.clase.formulario.hechos.length > 0 ? [...secciones, OTROS_DATOS] : secciones;
  const otra = todas[todas.indexOf(slug) + 1];
  return otra === undefined ? `${base}/revision` : `${base}/formulario/${otra}`;
}
