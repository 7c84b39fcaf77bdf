import {
  escribirNorma,
  largoDe,
  loCalculado,
  seCalcula,
  type Casilla,
  type Seccion,
} from '@autogestion/normas/formularios/motor';
import type { ComponentChildren, VNode } from 'preact';
import { camposDe, idDeCampo } from '../campos.ts';
import {
  type AnchoDeCampo,
  CampoPesos,
  CampoTexto,
  Consentimiento,
  descripcionDe,
  GrupoDeCampo,
  NumeroDeCasilla,
} from '../componentes/index.ts';
import { campoDeCasilla, seEscribe, tieneNumero, type FormularioRevisado } from './revisar.ts';

/**
 * A section of a form of the engine, as fields: each box with its number, name, help and articles as the definition
 * says them, what was typed and what is wrong with it. What the form computes and what the office knows is shown, and
 * not asked. Goes inside a form; recomputing is posting it.
 */
export function SeccionDeFormulario({
  seccion,
  revisado,
  porQue,
}: {
  seccion: Seccion;
  revisado: FormularioRevisado;
  /** Where the whole reason of a computed box is told. */
  porQue?: (clave: string) => string;
}): VNode {
  return (
    <fieldset class="govuk-fieldset seccion-de-formulario">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 class="govuk-fieldset__heading">{seccion.nombre}</h2>
      </legend>
      {seccion.casillas.map((casilla) =>
        seEscribe(casilla) ? (
          <CasillaEscrita casilla={casilla} revisado={revisado} />
        ) : (
          <CasillaFija casilla={casilla} revisado={revisado} porQue={porQue} />
        ),
      )}
    </fieldset>
  );
}

interface PropsDeCasilla {
  casilla: Casilla;
  revisado: FormularioRevisado;
}

function CasillaEscrita({ casilla, revisado }: PropsDeCasilla): VNode {
  const { clave, clase, lectura } = casilla;
  const campo = camposDe(revisado);
  const comunes = {
    etiqueta: <EtiquetaDeCasilla casilla={casilla} />,
    ayuda: <AyudaDeCasilla casilla={casilla} aviso={revisado.avisos[clave]} />,
  };
  const nombre = campoDeCasilla(clave);
  switch (clase) {
    case 'pesos':
      return <CampoPesos {...campo.texto(nombre)} {...comunes} ancho={20} />;
    case 'marca':
      return <Consentimiento {...campo.varios(nombre)} {...comunes} valorSi="X" />;
    case 'cantidad':
    case 'tarifa':
      return (
        <CampoTexto
          {...campo.texto(nombre)}
          {...comunes}
          teclado={clase === 'tarifa' ? 'decimal' : 'numeric'}
          autocompletar="off"
          ancho={10}
        />
      );
    case 'texto':
      return (
        <CampoTexto
          {...campo.texto(nombre)}
          {...comunes}
          teclado={lectura ? 'numeric' : 'text'}
          autocompletar="off"
          ortografia={false}
          {...anchoPara(largoDe(casilla))}
        />
      );
  }
}

/** What nobody types: its value, or that it is not known yet, and how it came to be. */
function CasillaFija({
  casilla,
  revisado,
  porQue,
}: PropsDeCasilla & { porQue: ((clave: string) => string) | undefined }): VNode {
  const { clave, nombre: suNombre, formula } = casilla;
  const calculada = seCalcula(casilla);
  const nombre = campoDeCasilla(clave);
  const error = revisado.errores[nombre];
  const valor = revisado.fijos[clave] ?? '';
  const ayuda = (
    <AyudaDeCasilla casilla={casilla} aviso={revisado.avisos[clave]}>
      {calculada ? (
        <span class="linea" id={`${idDeCampo(nombre)}-de-donde-sale`}>
          {loCalculado(revisado.evaluacion, casilla).frase}
        </span>
      ) : null}
    </AyudaDeCasilla>
  );
  const props = { nombre, etiqueta: <EtiquetaDeCasilla casilla={casilla} />, ayuda, error };
  const { id, describe } = descripcionDe(props);
  return (
    <GrupoDeCampo {...props}>
      {/* The summary of errors leads here, though nothing is typed. */}
      <output
        class="valor-fijo"
        id={id}
        tabIndex={-1}
        aria-describedby={describe}
        aria-live="off"
        data-vacio={calculada ? sinValor(casilla) : undefined}
      >
        {valor === '' ? <span class="valor-fijo__vacio">{sinValor(casilla)}</span> : valor}
      </output>
      {(formula ?? revisado.evaluacion.ayudaDe(clave)) && porQue ? (
        <a class="govuk-link por-que" href={porQue(clave)}>
          ¿Por qué este valor?
          <span class="govuk-visually-hidden"> {tieneNumero(clave) ? `Casilla ${clave}` : suNombre}</span>
        </a>
      ) : null}
    </GrupoDeCampo>
  );
}

const SIN_CALCULAR = 'Se calcula cuando usted llene lo anterior.';

function sinValor({ formula, origen, clase }: Casilla): string {
  if (formula) return SIN_CALCULAR;
  if (origen === 'rut') return 'Su RUT no lo dice.';
  return clase === 'pesos' ? 'La calcula la oficina: no hay.' : 'Lo llena la oficina.';
}

function EtiquetaDeCasilla({ casilla: { clave, nombre } }: { casilla: Casilla }): VNode {
  return (
    <>
      {tieneNumero(clave) ? <NumeroDeCasilla numero={Number(clave)} /> : null}
      {nombre}
    </>
  );
}

function AyudaDeCasilla({
  casilla: { ayuda, norma, origen },
  aviso,
  children,
}: {
  casilla: Casilla;
  aviso: string | undefined;
  children?: ComponentChildren;
}): VNode {
  return (
    <>
      {ayuda}
      {origen === 'rut' && !ayuda?.includes('RUT') ? <span class="linea">Sale de su RUT.</span> : null}
      {children}
      {norma ? <span class="linea norma-de-casilla">{escribirNorma(norma)}</span> : null}
      {aviso ? <strong class="linea">Revise: {aviso}</strong> : null}
    </>
  );
}

const ANCHOS: readonly AnchoDeCampo[] = [2, 3, 4, 5, 10, 20, 30];

/** The narrowest field in which it fits; the whole column where none does. */
function anchoPara(largo: number): { ancho?: AnchoDeCampo } {
  const ancho = ANCHOS.find((uno) => uno >= largo);
  return ancho ? { ancho } : {};
}
