import type { Veredicto } from '@autogestion/documentos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Advertencia,
  ConLado,
  DatosAlLado,
  Pagina,
  Panel,
  renderizarPagina,
  TextoInset,
} from '../../interfaz/index.ts';
import type { Verificado } from '../verificar-documento.ts';
import { DatosDelDocumento, deQuien, LoQueCambio, OtraVez, QueHacer, tonoDe } from './documento.tsx';
import { FirmaDePersona } from './firma-de-persona.tsx';

const TITULOS: Record<Veredicto['estado'], string> = {
  integro: 'El archivo es verdadero y está completo',
  alterado: 'El archivo fue alterado',
  'sin-sello': 'El archivo no tiene el sello de una oficina',
  'sello-de-otra-autoridad': 'El sello no es de esta oficina',
  'sello-invalido': 'El sello no es válido',
};

/**
 * What a file turned out to be: the answer first, whose it is and how its RUT stands today, and the seal folded.
 * @param documento which of the office's documents it is, when it is one byte by byte
 */
export function paginaVeredicto(v: Veredicto, documento: Verificado | undefined): string {
  const { firma } = v;
  const firmaMala = firma !== undefined && firma.estado !== 'valida';
  const bueno = v.estado === 'integro' && !firmaMala;
  const tono = bueno ? (documento ? tonoDe(documento) : 'bien') : 'mal';
  return renderizarPagina(
    <Pagina
      titulo={TITULOS[v.estado]}
      ancho="ancha"
      indexable={false}
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Verificar', href: '/verificar' },
      ]}
      encabezado={null}
    >
      <ConLado
        lado={
          <>
            {documento ? <DatosDelDocumento v={documento} /> : null}
            {v.firmante ? <QuienSello v={v} firmante={v.firmante} /> : null}
            {documento || v.firmante ? null : <QueHacer />}
          </>
        }
        luego={
          <>
            {firma ? <FirmaDePersona firma={firma} /> : null}
            <OtraVez />
          </>
        }
      >
        <Panel titulo={TITULOS[v.estado]} tono={tono} dibujo={bueno ? 'sello-bien' : 'sello-mal'}>
          {documento ? deQuien(documento) : null}
        </Panel>
        {documento ? <LoQueCambio v={documento} /> : null}
        {v.razones.map((r) => (
          <p class="govuk-body">{r}</p>
        ))}
        {v.estado === 'integro' ? null : (
          <Advertencia>No confíe en este archivo: pida el original a quien se lo dio.</Advertencia>
        )}
        {v.estado === 'integro' && !documento ? (
          <TextoInset>
            El sello es de esta oficina, pero no encontramos aquí este archivo: solo podemos decir que no ha
            cambiado desde que se selló.
          </TextoInset>
        ) : null}
      </ConLado>
    </Pagina>,
  );
}

const QuienSello = ({ v, firmante }: { v: Veredicto; firmante: string }) => (
  <DatosAlLado
    titulo="Quién selló el archivo"
    filas={[
      { rotulo: 'Sellado por', valor: firmante },
      ...(v.estampadoEn
        ? [{ rotulo: 'Fecha y hora del sello', valor: formatearFechaHora(v.estampadoEn) }]
        : []),
      ...(v.certificadoVigente === undefined
        ? []
        : [{ rotulo: 'Certificado vigente ese día', valor: v.certificadoVigente ? 'Sí' : 'No' }]),
    ]}
  />
);
