import {
  Boton,
  camposDe,
  CampoTexto,
  FormularioPost,
  Pagina,
  Radios,
  renderizarPagina,
  ResumenErrores,
} from '../../interfaz/index.ts';
import type { Formulario } from '../../plataforma/index.ts';
import type { ActoOfrecido } from './abrir-acto.ts';

/** Where an act of the office begins: over whose RUT, and which one. */
export function paginaDeOficio(o: {
  csrf: string;
  nombre: string;
  actos: readonly ActoOfrecido[];
  valores: Formulario;
  errores: Record<string, string>;
}): string {
  const campo = camposDe({ valores: o.valores, errores: o.errores });
  const titulo = 'Actos de oficio sobre un RUT';
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      error={Object.keys(o.errores).length > 0}
      persona={{ nombre: o.nombre, documento: 'Funcionario', salir: { accion: '/salir', csrf: o.csrf } }}
      migas={[{ texto: 'Mesa', href: '/mesa' }]}
    >
      <ResumenErrores errores={o.errores} />
      <h1 class="govuk-heading-l">{titulo}</h1>
      <p class="govuk-body">
        Cada acto queda radicado como un trámite, con sus razones. La persona recibe la comunicación, lo ve en
        sus trámites y ve que usted miró su RUT.
      </p>
      <FormularioPost accion="/mesa/rut" csrf={o.csrf}>
        <CampoTexto
          {...campo.texto('nit')}
          etiqueta="NIT"
          ayuda="Con el dígito de verificación o sin él."
          teclado="numeric"
          autocompletar="off"
          ortografia={false}
          ancho={20}
        />
        <Radios
          {...campo.texto('acto')}
          etiqueta="Qué acto"
          opciones={o.actos.map((a) => ({ valor: a.slug, texto: a.nombre, ayuda: a.ayuda }))}
        />
        <Boton>Abrir</Boton>
      </FormularioPost>
    </Pagina>,
  );
}
