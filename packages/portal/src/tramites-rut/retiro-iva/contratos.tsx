import { formatearPesos } from '@autogestion/normas/dinero';
import type { Contrato } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Boton, CampoPesos, CampoTexto } from '../../interfaz/index.ts';
import {
  conPalabras,
  PESOS_ESCRITOS,
  type ContextoPregunta,
  type Pregunta,
  type Texto,
} from '../../interfaz/preguntas/index.ts';
import { linea } from '../../plataforma/index.ts';

/** Rows of the page: whoever has more contracts writes the largest, and those with one party together. */
const MAXIMO = 20;
const FILAS = Array.from({ length: MAXIMO }, (_, i) => i + 1);
const LARGO_NOMBRE = 120;

const ESQUEMA = z
  .object(Object.fromEntries(FILAS.flatMap((n) => [`contratante-${n}`, `valor-${n}`]).map((c) => [c, linea])))
  .transform((v, ctx): Contrato[] => {
    const queja = (campo: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [campo], message });
    const contratos: Contrato[] = [];
    for (const n of FILAS) {
      const contratante = v[`contratante-${n}`] ?? '';
      const valor = v[`valor-${n}`] ?? '';
      if (contratante === '' && valor === '') continue;
      if (contratante === '') queja(`contratante-${n}`, 'Escriba con quién fue este contrato.');
      if (contratante.length > LARGO_NOMBRE)
        queja(`contratante-${n}`, `El nombre puede tener hasta ${LARGO_NOMBRE} letras.`);
      const leido = PESOS_ESCRITOS.safeParse(valor);
      if (leido.success) contratos.push({ contratante, valor: leido.data });
      else queja(`valor-${n}`, leido.error.issues[0]?.message ?? '');
    }
    if (contratos.length === 0 && ctx.issues.length === 0)
      queja('contratante-1', 'Escriba al menos un contrato, o vuelva y diga que no tuvo.');
    return contratos;
  });

/** The contracts of a year, a row each; the empty ones do not count. */
export const listaDeContratos = <D,>(o: {
  antes: Texto<D>;
  rotulo: (c: Contrato, d: D) => string;
}): Pregunta<Contrato[], D> => ({
  esquema: ESQUEMA,
  pagina: (c) => conPalabras(o, c, <Filas c={c} />),
  // The page comes back with what was typed and one more empty row. It stands where Enter does not press it.
  acciones: { agregar: () => undefined },
  pie: () => (
    <Boton variante="secundario" nombre="_accion" valor="agregar">
      Agregar otro contrato
    </Boton>
  ),
  resumen: (contratos, d) =>
    contratos.map((k) => ({ rotulo: o.rotulo(k, d), valor: formatearPesos(k.valor) })),
  ejemplos: [
    { 'contratante-1': 'Alcaldía de Chía', 'valor-1': '30.000.000' },
    {
      'contratante-1': 'Alcaldía de Chía',
      'valor-1': '120.000.000',
      'contratante-2': 'ALCALDIA DE CHIA',
      'valor-2': '120.000.000',
    },
  ],
  erroneos: [
    { escrito: {}, campo: 'contratante-1' },
    { escrito: { 'contratante-1': 'Colegio San José', 'valor-1': 'mucho' }, campo: 'valor-1' },
    { escrito: { 'valor-2': '5.000.000' }, campo: 'contratante-2' },
  ],
});

function Filas<D>({ c }: { c: ContextoPregunta<D> }) {
  const escritas = FILAS.findLast((n) => c.valores[`contratante-${n}`] || c.valores[`valor-${n}`]) ?? 0;
  return (
    <>
      {FILAS.slice(0, escritas + 1).map((n) => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Contrato {n}</legend>
          <CampoTexto
            {...c.campo.texto(`contratante-${n}`)}
            etiqueta="Con quién"
            ayuda="Nombre o NIT, escrito igual si tiene varios con la misma persona o entidad"
            autocompletar="off"
            ortografia={false}
          />
          <CampoPesos {...c.campo.texto(`valor-${n}`)} etiqueta="Valor" />
        </fieldset>
      ))}
    </>
  );
}
