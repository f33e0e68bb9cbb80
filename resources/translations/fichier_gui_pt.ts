<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Subir uma pasta</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>Filtrar esta pasta</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>Pesquisar na conta</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Salvar esta pesquisa…</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>O que se pode pesquisar</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>Ir para um caminho…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Encontrar um comando…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nova pasta…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Colar aqui</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Mover para…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Copiar para…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Excluídos recentemente…</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>Exportar os arquivos…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Duplicados…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Visualizar</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>Mostrar miniaturas</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>Remover todas as miniaturas</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Baixar</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Baixar para…</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>Baixar para a pasta local</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>Nome e link</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>Modelo próprio</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>Copiar link como…</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>Código QR…</translation>
    </message>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>Enviar links ao JDownloader…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>Links recentes…</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>Senha e regras dos links…</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>Compartilhar esta pasta…</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>Procurar vírus…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriedades</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>Verificar com este computador…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>Gravar arquivo de somas…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>Conferir arquivo de somas…</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>Juntar partes…</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Enviar arquivos…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>Enviar uma pasta…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Colar links</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Buscar da web…</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>Acesso FTP…</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>Pasta local</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>Árvore de pastas</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferências</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>Uma linha por lote</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar tudo</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Retomar tudo</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Limpar concluídos</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exportar a lista…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar uma lista…</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>Limites lentos</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>Limites de velocidade…</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>Pedidos ao 1fichier</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>Não fazer nada após a fila</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>Sair após a fila</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>Suspender após a fila</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>Desligar após a fila</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Iniciar agora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>Tentar de novo todas com este problema</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>Cancelar e excluir o arquivo parcial</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Remover da lista</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Para o topo</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Para cima</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Para baixo</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>Para o fim</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Prioridade alta</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Prioridade normal</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Prioridade baixa</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>Limitar a velocidade…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>Verificar de novo…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir arquivo</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Mostrar no gerenciador de arquivos</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>Mostrar no 1fichier</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>Conta e armazenamento…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Adicionar uma conta…</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Próxima conta</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>Nome e cor desta conta…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Remover esta conta…</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>Cupons…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>Usar a chave em outro programa…</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>Inserir uma chave API…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Esquecer a chave</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Sobre este programa</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar a janela</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versão {version}</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barra de ferramentas</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>Envio</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>Download</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Exibir</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Após a fila</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Limpar o filtro</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requer atenção</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>Concluídas</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nada aqui ainda</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>Nada em transferência</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nada em espera</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada requer sua atenção</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Nada falhou</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Nada concluído ainda</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>Solte aqui arquivos para enviar ou cole links do 1fichier.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Adicionado</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Quem pode abrir</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>Soma de verificação (Whirlpool)</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Copiar a soma</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n itens</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada selecionado</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>pelo menos {size}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>Insira sua chave API e seus arquivos do 1fichier aparecem aqui.</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{shown} de {items}</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>“{folder}” está vazia</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>Sua conta está vazia</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Nenhuma conta ainda</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nenhum resultado</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>Nada nesta pasta tem “{text}” no nome.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>Velocidade de download</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>Velocidade de envio</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abrindo…</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>Obtendo um servidor</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>Obtendo o link</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Baixando</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>Finalizando no servidor</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalizando</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>Concluída (não verificada)</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>Concluída (soma diferente)</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>Em espera até {time}</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>Espera {countdown}: {reason}</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>Aguardando a rede</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>Precisa da sua resposta</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baixa</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>A soma de verificação é diferente</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Grátis</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>Nenhuma chave em uso.</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>A chave fica no chaveiro deste sistema.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} em espera</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} em andamento</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} com falha</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} requerem sua atenção</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 requer sua atenção</translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>Nenhuma chave inserida</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>Nada a transferir</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>Inserir uma nova chave</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Abrir a página da chave</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>Verificar minha rede</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>O que é isto?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Baixar de novo</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Manter mesmo assim</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Escolher outra pasta</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Inserir a senha</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>Abrir as configurações de rede</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>Explicar limites e divisão</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>32 letras, números e sinais, criados na página de chaves do 1fichier.</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>Tem a forma de uma chave.</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>Pegar do rclone…</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Chave API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chave API</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Cole a chave aqui</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Mostrar a chave</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Ocultar a chave</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Colar a chave da área de transferência</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>1fichier.com, no seu navegador. Procure “API”.</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>Verificando a chave</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>Insira a chave da sua conta 1fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta chave</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Experimentar a demonstração</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>Uma conta fictícia neste computador. Não precisa de chave e não envia nada.</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>Conectar à sua conta 1fichier</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>Para onde vão os downloads</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Passo {step} de {steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Verificar a chave</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Abrir a janela</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>Guardar no chaveiro deste sistema</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>Sem isso, a chave é pedida a cada início.</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>Salvar downloads em</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Pasta de downloads</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>Os programas entram no 1fichier com uma chave API: uma senha longa que o 1fichier cria para você. Para baixar é preciso ter uma conta Premium, Access ou Gold, ou créditos CDN; envios e pastas funcionam sem isso.</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>Nunca a compartilhe: quem a tiver pode usar toda a sua conta.</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>Pode ser mudado depois, e para cada download.</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>Solte arquivos e pastas na janela para enviá-los. Os links são copiados para você.</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>Clique duas vezes em um arquivo para baixá-lo. A soma é comparada com a do 1fichier.</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>Cole links do 1fichier para baixá-los: Ctrl+V.</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>Saia quando quiser: as transferências continuam no próximo início.</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>Links recentes</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{running} de {all}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link copiado</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificações</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>Nenhuma por 30 minutos</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>Nenhuma por uma hora</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>Nenhuma por 8 horas</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>Notificar de novo (silêncio até {time})</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direção</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tempo restante</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Velocidade média</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>Pasta remota</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridade</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>Caminho local</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Compartilhado comigo</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>faltam {duration}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>termina por volta de {time}</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>termina por volta de {day}, {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Hoje {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>agora mesmo</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n transferência ainda em andamento</numerusform>
            <numerusform>%n transferências ainda em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>Sair e continuar depois</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuar em execução</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>Sair sem perguntar de agora em diante</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>Redefinir esta página…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arquivo compactado</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selecionado</numerusform>
            <numerusform>%n selecionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Qualquer pessoa com o link</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>Arquivo {extension}</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Esta é a demonstração: uma conta fictícia dentro deste programa. Nada chega ao 1fichier.</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>Sua pasta de downloads é excluída quando a demonstração termina.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Sair da demonstração</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Envios</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Área de trabalho</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>A janela inteira muda na hora; nada do que está em andamento é interrompido.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>Claro, escuro ou como sua área de trabalho.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Manter ambos</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>Continua sozinho em {countdown}; nada se perde.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>A tentativa se repete sozinha.</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>As outras transferências continuam.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nada foi alterado.</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>As transferências esperam e mantêm o que já têm.</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>Ainda não há chave API.</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>O 1fichier recusou sua chave API: foi redefinida, desativada ou digitada errado.</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>O 1fichier pede para ir mais devagar.</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>O 1fichier contou pedidos demais e solicita uma pausa.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sem chave</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>chave recusada</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>desacelerado</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>Lida {age}</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>Offline: dados de {age}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>Sem limites</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Com limites</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>Notificações e bandeja</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>Perguntar antes de sair durante as transferências</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>As transferências sempre continuam no próximo início.</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>Manter o computador ativo durante as transferências</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>Poderá dormir quando nada mais se mover. A tela ainda pode apagar.</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>Perguntar onde salvar cada download</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>Se já existe um arquivo com esse nome</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>Verificar downloads</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>Verificar envios</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Downloads simultâneos</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Envios simultâneos</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>Conexões para um arquivo grande</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>Copiar o link quando um envio termina</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Limite de download</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Limite de envio</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>Para todos os downloads juntos.</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>Para todos os envios juntos.</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>Seguir uma agenda semanal</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Mostrar um ícone na bandeja</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Fechar a janela mantém o programa na bandeja</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>Avisar quando as transferências terminam</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>Avisar quando algo requer sua atenção</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Sem proxy</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>files</source>
        <translation>arquivos</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>O idioma mudará quando terminar o que está em andamento nesta janela.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalhes</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Pesquisar nas configurações</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Repor</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>Relatório de diagnóstico…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nova pasta</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartilhar</translation>
    </message>
</context>
</TS>
